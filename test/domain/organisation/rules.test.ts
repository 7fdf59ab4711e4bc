import { describe, expect, it } from "vitest";
import { absentAt, areApart, canFollow, holderOn, lastOf, sameName, type Absence, type Held, type There } from "../../../src/domain/partners/organisation/rules.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { readPartialDate } from "../../../src/kernel/read-partial-date.ts";

const held = (since: string, until: string): Held => ({ since: readPartialDate(since), until: readPartialDate(until) });

describe("canFollow", () => {
  it.each<readonly [one: readonly [string, string], other: readonly [string, string], can: boolean]>([
    [["unknown", "31 March 2023"], ["1 April 2023", "unknown"], true],
    [["unknown", "1 April 2023"], ["1 April 2023", "unknown"], false],
    [["unknown", "31 March 2023"], ["unknown", "unknown"], false],
    [["unknown", "unknown"], ["1 April 2023", "unknown"], false],
    [["unknown", "unknown"], ["unknown", "unknown"], false],
    [["unknown", "not applicable"], ["1 April 2023", "unknown"], false],
    [["2010", "2015"], ["2016", "2020"], true],
    [["2010", "2016"], ["2015", "2020"], false],
    [["2010", "2020"], ["2012", "2013"], false],
    // Not exact: the one can have ended on a day before the other began.
    [["unknown", "2023"], ["2023", "unknown"], true],
    [["unknown", "2023"], ["April 2023", "unknown"], true],
    [["unknown", "2024"], ["2023", "unknown"], false],
  ])("of %j and %j is %j, whichever is asked first", (one, other, can) => {
    expect(canFollow(held(...one), held(...other))).toBe(can);
    expect(canFollow(held(...other), held(...one))).toBe(can);
  });
});

describe("holderOn", () => {
  const before = { id: "oi_before", ...held("unknown", "31 March 2023") };
  const after = { id: "oi_after", ...held("1 April 2023", "unknown") };
  const long = { id: "oi_long_ago", ...held("1990", "2000") };
  it.each<readonly [string, readonly (Held & { id: string })[], string | null]>([
    ["2023-03-31", [after, before], "oi_before"],
    ["2023-04-01", [before, after], "oi_after"],
    ["2030-01-01", [before, after, long], "oi_after"],
    ["1995-06-01", [before, after], "oi_before"],
    ["2024-01-01", [long, before], "oi_before"],
    ["2024-01-01", [long], "oi_long_ago"],
    ["2024-01-01", [], null],
  ])("on %s of %j is %s", (on, all, id) => {
    expect(holderOn(all, readDay(on))?.id ?? null).toBe(id);
  });
});

const there = (since: string, until: string, more: Partial<There> = {}): There => ({ ...held(since, until), status: "ACTIVE", succeeded: null, ...more });

describe("absentAt", () => {
  const county = there("1889", "31 March 2023", { status: "DISSOLVED" });
  const unwritten = there("unknown", "unknown", { status: "DISSOLVED", succeeded: readPartialDate("1 April 2023") });
  it.each<readonly [There, string, Absence | null]>([
    [county, "31 March 2023", null],
    [county, "1 April 2023", "NO_MORE"],
    [county, "March 2023", null],
    [county, "2023", null],
    [county, "April / May 2023", "NO_MORE"],
    [county, "1888", "NOT_YET"],
    [county, "1889", null],
    [county, "not stated", null],
    [county, "from 1 April 2023", "NO_MORE"],
    [county, "until 1888", "NOT_YET"],
    [unwritten, "31 March 2023", null],
    [unwritten, "1 April 2023", "NO_MORE"],
    [{ ...unwritten, status: "ACTIVE" }, "2030", null],
    [{ ...unwritten, succeeded: null }, "2030", null],
    [there("April 2023", "unknown"), "March 2023", "NOT_YET"],
    [there("April 2023", "unknown"), "April 2023", null],
    [there("unknown", "2023"), "December 2023", null],
    [there("unknown", "2023"), "January 2024", "NO_MORE"],
  ])("of %j at %s is %s", (body, time, absence) => {
    expect(absentAt(body, readPartialDate(time))).toBe(absence);
  });
});

describe("lastOf", () => {
  it.each<readonly [readonly string[], string | null]>([
    [[], null],
    [["1 April 2023"], "1 April 2023"],
    [["1 April 2023", "May 2024", "2022"], "May 2024"],
    // What nobody dated may have been the last.
    [["May 2024", "unknown"], "unknown"],
    [["unknown", "May 2024"], "unknown"],
  ])("of %j is %j", (effective, last) => {
    expect(lastOf(effective.map((date) => readPartialDate(date)))?.text ?? null).toBe(last);
  });
});

describe("sameName", () => {
  it.each([
    ["University of Bristol", "Bristol University", true],
    ["University of Bristol", "UNIVERSITY OF BRISTOL", true],
    ["The Care Forum", "Care Forum", true],
    ["Health & Housing", "Health and Housing", true],
    ["Café Théâtre", "Cafe Theatre", true],
    ["St. Mary's", "St Mary’s", true],
    ["University of Bristol", "University of the West of England, Bristol", false],
    ["Somerset County Council", "Somerset Council", false],
    ["Second Step", "2nd Step", false],
    ["The", "Of", false],
    ["The", "the", true],
    ["", "", false],
    ["—", "—", false],
  ])("of “%s” and “%s” is %j", (one, other, same) => {
    expect(sameName(one, other)).toBe(same);
    expect(sameName(other, one)).toBe(same);
  });
});

const at = (parentId: string | null, placeId: string | null) => ({ parentId, placeId });

describe("areApart", () => {
  it.each([
    [at(null, null), at(null, null), false],
    [at(null, "pl_1"), at(null, null), false],
    [at(null, "pl_1"), at(null, "pl_1"), false],
    [at(null, "pl_1"), at(null, "pl_2"), true],
    [at("or_1", null), at("or_2", null), true],
    [at("or_1", null), at("or_1", null), false],
    [at("or_1", null), at(null, null), true],
  ])("of %j and %j is %j", (one, other, apart) => {
    expect(areApart(one, other)).toBe(apart);
    expect(areApart(other, one)).toBe(apart);
  });
});
