import Sqlite from "better-sqlite3";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { actionProblems, actionStanding, dueBy, termsOf } from "../../../src/domain/promises/pledge/rules.ts";
import { readPartialDate, type PartialDateInput } from "../../../src/kernel/read-partial-date.ts";
import { openWorld } from "../../support/domain-world.ts";
import { promisesOf } from "../../support/given-promises.ts";

describe("actionProblems", () => {
  it.each([
    [2, null, []],
    [2, "NOT_STATED", ["RULE missingActionsReason"]],
    [3, null, ["RULE actions"]],
    [3, "INCOMPLETE", ["RULE actions"]],
    [1, null, ["RULE actions"]],
    [0, null, ["RULE actions"]],
    [1, "INCOMPLETE", []],
    [0, "NOT_STATED", []],
  ] as const)("of %i actions with the reason %s are %j", (count, reason, codes) => {
    expect(actionProblems(count, reason).map(({ code, path = [] }) => [code, ...path].join(" "))).toEqual(codes);
  });
});

describe("a version that asks for three actions within six months", () => {
  const three = termsOf({ actionCount: 3, actionMonths: 6 });
  it("is kept by three, not by two", () => {
    expect([2, 3, 4].map((count) => actionProblems(count, null, three).length)).toEqual([1, 0, 1]);
    expect([2, 3, 4].map((count) => actionStanding(count, { missingActionsReason: null }, three))).toEqual(["NOT_EXPLAINED", "COMPLETE", "TOO_MANY"]);
  });

  it.each([
    ["31 August 2024", "2025-02-28", "2025-02-28", "DAY"],
    ["August 2024", "2025-02-01", "2025-02-28", "MONTH"],
    ["2024", "2024-07-01", "2025-06-30", "RANGE"],
    ["Q1 2024", "2024-07-01", "2024-09-30", "RANGE"],
  ])("signed %s is due from %s to %s, %s", (signed, earliest, latest, precision) => {
    expect(dueBy(unknown, readPartialDate(signed), three)).toMatchObject({ text: `6 months after signing: ${signed}`, earliest, latest, precision });
  });

  it("asks for two within twelve, where it says nothing", () => {
    expect([termsOf(null), termsOf({ actionCount: null, actionMonths: null })]).toEqual([{ actions: 2, months: 12 }, { actions: 2, months: 12 }]);
  });
});

describe("actionStanding", () => {
  it.each([
    [2, null, "COMPLETE"],
    [1, "INCOMPLETE", "INCOMPLETE"],
    [0, "NOT_STATED", "NOT_STATED"],
    [1, null, "NOT_EXPLAINED"],
    [3, null, "TOO_MANY"],
  ] as const)("of %i actions with the reason %s is %s", (count, missingActionsReason, standing) => {
    expect(actionStanding(count, { missingActionsReason })).toBe(standing);
  });
});

const unknown = readPartialDate("unknown");

/** Signed, and what follows: the first and last day on which it is due, and how exactly. */
const cases: readonly (readonly [signed: string | PartialDateInput, earliest: string | null, latest: string | null, precision: string])[] = [
  ["5 July 2024", "2025-07-05", "2025-07-05", "DAY"],
  ["29 February 2024", "2025-02-28", "2025-02-28", "DAY"],
  ["28 February 2023", "2024-02-28", "2024-02-28", "DAY"],
  ["March 2024", "2025-03-01", "2025-03-31", "MONTH"],
  ["February 2024", "2025-02-01", "2025-02-28", "MONTH"],
  ["February 2023", "2024-02-01", "2024-02-29", "MONTH"],
  ["April / May 2023", "2024-04-01", "2024-05-31", "RANGE"],
  ["2022-23", "2023-04-01", "2024-03-31", "FINANCIAL_YEAR"],
  ["2021", "2022-01-01", "2022-12-31", "YEAR"],
  ["from April 2023", "2024-04-01", null, "RANGE"],
  ["until March 2024", null, "2025-03-31", "RANGE"],
  [{ text: "last year", earliest: "2021-04-01", latest: "2022-03-31", precision: "RELATIVE" }, "2022-04-01", "2023-03-31", "RELATIVE"],
];

describe("dueBy", () => {
  it.each(cases)("twelve months after %j is %s to %s, %s", (signed, earliest, latest, precision) => {
    expect(dueBy(unknown, readPartialDate(signed))).toMatchObject({ earliest, latest, precision, qualifier: "INFERRED", status: "KNOWN" });
  });

  it.each([
    ["May 2025", "5 July 2024"],
    ["not applicable", "5 July 2024"],
    ["not stated", "not stated"],
    ["unknown", "not stated"],
  ])("leaves %s as recorded, where it was signed %s", (due, signed) => {
    expect(dueBy(readPartialDate(due), readPartialDate(signed))).toEqual(readPartialDate(due));
  });

  it("computes what a source does not state", () => {
    expect(dueBy(readPartialDate("not stated"), readPartialDate("5 July 2024")).earliest).toBe("2025-07-05");
  });

  it("is the same in SQL, so that a window finds exactly what the field shows", async () => {
    const world = await openWorld();
    const make = promisesOf(world);
    const pledgeId = await make.pledge();
    const half = await make.version({ pledgeId, actionMonths: 6 });
    for (const [signed] of cases) await make.action({ signatureId: await make.signature({ pledgeId, pledgeVersionId: half, signed: typeof signed === "string" ? signed : readPartialDate(signed) }) });
    for (const [signed] of cases) await make.action({ signatureId: await make.signature({ pledgeId, signed: typeof signed === "string" ? signed : readPartialDate(signed) }) });
    await make.action({ signatureId: await make.signature({ pledgeId, signed: "5 July 2024" }), due: "May 2026" });
    await make.action({ signatureId: await make.signature({ pledgeId, signed: "not stated" }) });
    const { pledgeActions: all } = await world.ask<Actions>(nobody, "{ pledgeActions { nodes { id dueBy { earliest latest } } } }");
    const days = ["2022-06-30", "2024-02-28", "2024-02-29", "2025-02-28", "2025-03-01", "2025-07-05", "2026-05-01"];
    for (const day of days) {
      const { pledgeActions: found } = await world.ask<Actions>(nobody, "query ($day: Day!) { pledgeActions(filter: { dueBy: { from: $day, to: $day } }) { nodes { id dueBy { earliest latest } } } }", { day });
      const may = all.nodes.filter(({ dueBy: { earliest, latest } }) => (earliest ?? latest) !== null && (earliest ?? "") <= day && day <= (latest ?? "9"));
      const [expected, actual] = [may, found.nodes].map((actions) => actions.map(({ id }) => id).toSorted());
      expect({ day, ids: actual }).toEqual({ day, ids: expected });
    }
  });
});

interface Actions {
  readonly pledgeActions: { readonly nodes: readonly { readonly id: string; readonly dueBy: { readonly earliest: string | null; readonly latest: string | null } }[] };
}

describe("months after any day", () => {
  const sqlite = new Sqlite(":memory:");
  const inSql = sqlite.prepare<[string, string, string], { start: string; end: string }>(
    `with given as (select date(?, '+1 day') as next, ? as months)
      select date(?, months, 'floor') as start,
        case when strftime('%d', next, months, 'floor') < strftime('%d', next) then date(next, months, 'floor') else date(next, months, 'floor', '-1 day') end as end from given`,
  );

  it("are the same in SQL and here", () => {
    const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2200-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (text, months) => {
        const due = dueBy(unknown, readPartialDate({ text: "then", earliest: text, latest: text, precision: "RANGE" }), { months });
        const found = inSql.get(text, `+${months} months`, text);
        expect({ start: due.earliest, end: due.latest }).toEqual({ start: found?.start, end: found?.end });
      }),
      { examples: [["2024-02-28", 12], ["2024-02-29", 12], ["2023-02-28", 12], ["2023-12-31", 12], ["2024-01-30", 1], ["2024-08-31", 6]] },
    );
  });
});
