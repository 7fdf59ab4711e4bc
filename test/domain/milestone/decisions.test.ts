import { describe, expect, it } from "vitest";
import type { Ruled } from "../../../src/api/act/ruled.ts";
import { correctFirstBaseline, moveMilestone, type Place, planMilestone, rebaselineMilestone, reforecastMilestone, rewordMilestone } from "../../../src/domain/delivery/milestone/decisions.ts";
import { readDay } from "../../../src/kernel/day.ts";
import type { FieldValues } from "../../../src/ledger/record.ts";
import { aMilestone, aProgramme, aWorkstream, said, type Sketch } from "./sketches.ts";

const today = readDay("2023-07-05");
const here: Place = { programme: aProgramme("pr_here", "pl_bristol"), workstream: null };

/** Code and place of every problem. */
const found = ({ problems }: Ruled): string[] => problems.map(({ code, path }) => [code, ...(path ?? [])].join(" "));

/** The dates in words, and the other fields as they are. */
const words = ({ fields }: Ruled): FieldValues => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, said(value)]));

const plan = (fields: FieldValues, dates: { baseline?: string; forecast?: string } = {}, workstream: Place["workstream"] = null): Ruled =>
  planMilestone({ baseline: { text: dates.baseline ?? "May 2024" }, ...(dates.forecast === undefined ? {} : { forecast: { text: dates.forecast } }), fields }, { ...here, workstream });

describe("planMilestone", () => {
  it.each<{ what: string; dates: { baseline?: string; forecast?: string }; is: FieldValues }>([
    { what: "makes the date baseline, first baseline and forecast", dates: { baseline: "May 2024" }, is: { firstBaseline: "May 2024", baseline: "May 2024", forecast: "May 2024" } },
    { what: "takes another forecast where one is known", dates: { baseline: "May 2024", forecast: "June 2024" }, is: { firstBaseline: "May 2024", baseline: "May 2024", forecast: "June 2024" } },
    { what: "takes a date that has passed, for plans that are recorded late", dates: { baseline: "May 2020" }, is: { firstBaseline: "May 2020", baseline: "May 2020", forecast: "May 2020" } },
    { what: "takes it that nobody committed to a date", dates: { baseline: "not stated" }, is: { firstBaseline: "not stated", baseline: "not stated", forecast: "not stated" } },
  ])("$what", ({ dates, is }) => {
    const ruled = plan({}, dates);
    expect(ruled.problems).toEqual([]);
    expect(words(ruled)).toEqual({ ...is, status: "SCHEDULED", audience: "MEMBERS", systemId: "pl_bristol" });
  });

  it("keeps an estimate an estimate, in all three", () => {
    expect(plan({}, { baseline: "January 2023 (estimated)" }).fields).toMatchObject({ firstBaseline: { qualifier: "ESTIMATED" }, baseline: { qualifier: "ESTIMATED" }, forecast: { qualifier: "ESTIMATED" } });
  });

  it("is for those whom its programme is for, unless it says for whom", () => {
    expect([plan({}).fields["audience"], plan({ audience: null }).fields["audience"], plan({ audience: "PUBLIC" }).fields["audience"]]).toEqual(["MEMBERS", "MEMBERS", "PUBLIC"]);
  });

  it.each<{ what: string; fields?: FieldValues; dates?: { baseline?: string; forecast?: string }; workstream?: Place["workstream"]; is: string[] }>([
    { what: "a baseline that cannot be read, and says it of the baseline only", dates: { baseline: "31 February 2024" }, is: ["INVALID_DATE baseline text"] },
    { what: "a forecast that cannot be read", dates: { forecast: "soonish" }, is: ["INVALID_DATE forecast text"] },
    { what: "both", dates: { baseline: "some day", forecast: "soonish" }, is: ["INVALID_DATE baseline text", "INVALID_DATE forecast text"] },
    { what: "a workstream of another programme", workstream: aWorkstream("ws_there", "pr_there"), is: ["RULE workstream"] },
    { what: "one part only", fields: { parts: ["Launch"], metBy: "ALL" }, is: ["RULE parts"] },
    { what: "the same part twice", fields: { parts: ["Launch", " launch"], metBy: "ALL" }, is: ["RULE parts"] },
    { what: "parts of which nobody says whether all are needed", fields: { parts: ["Launch", "Charter"] }, is: ["MISSING_FIELD metBy"] },
    { what: "all of no parts", fields: { metBy: "ALL" }, is: ["RULE metBy"] },
    { what: "any of no parts", fields: { parts: [], metBy: "ANY" }, is: ["RULE metBy"] },
  ])("refuses $what", ({ fields = {}, dates, workstream, is }) => {
    expect(found(plan(fields, dates, workstream))).toEqual(is);
  });

  it("takes several parts with their rule, an owner and a workstream of its programme", () => {
    expect(plan({ parts: ["Launch", "Charter"], metBy: "ANY", ownerOrganisationId: "or_1" }, {}, aWorkstream("ws_here", "pr_here")).problems).toEqual([]);
  });
});

describe("rewordMilestone", () => {
  it.each<{ what: string; of: Sketch; edits: FieldValues; is: string[] }>([
    { what: "takes other words", of: {}, edits: { title: "Charter", type: "PUBLICATION" }, is: [] },
    { what: "takes other words of a met one", of: { status: "MET", actual: "May 2023" }, edits: { title: "Charter" }, is: [] },
    { what: "names who answers for it, where nobody does", of: {}, edits: { ownerHealthIntegrationTeamId: "ht_1" }, is: [] },
    { what: "refuses to hand it from a HIT to another", of: { ownerHealthIntegrationTeamId: "ht_1" }, edits: { ownerHealthIntegrationTeamId: "ht_2" }, is: ["RULE ownerHealthIntegrationTeam"] },
    { what: "refuses to name an organisation beside a HIT", of: { ownerHealthIntegrationTeamId: "ht_1" }, edits: { ownerOrganisationId: "or_1" }, is: ["RULE ownerOrganisation"] },
    { what: "refuses to take it off whoever answers for it", of: { ownerOrganisationId: "or_1" }, edits: { ownerOrganisationId: null }, is: ["RULE ownerOrganisation"] },
    { what: "judges the parts as they stand with the rule that is sent", of: { parts: ["A", "B"], metBy: "ALL" }, edits: { metBy: "ANY" }, is: [] },
    { what: "judges the rule as it stands with the parts that are sent", of: { parts: ["A", "B"], metBy: "ALL" }, edits: { parts: [] }, is: ["RULE metBy"] },
    { what: "takes away the parts with their rule", of: { parts: ["A", "B"], metBy: "ALL" }, edits: { parts: null, metBy: null }, is: [] },
    { what: "refuses to make any part enough of what is met in part", of: { parts: ["A", "B"], metBy: "ALL", status: "PARTIALLY_MET", actual: "May 2023" }, edits: { metBy: "ANY" }, is: ["RULE metBy"] },
  ])("$what", ({ of, edits, is }) => {
    const ruled = rewordMilestone(aMilestone(of), edits);
    expect(found(ruled)).toEqual(is);
    expect(ruled.fields).toEqual(edits);
  });
});

describe("reforecastMilestone", () => {
  it.each<{ what: string; of: Sketch; to: string; is: FieldValues }>([
    { what: "moves the forecast of what is to come", of: { baseline: "May 2024" }, to: "June 2024", is: { forecast: "June 2024", saidNotDoneOn: "2023-07-05" } },
    { what: "says of what is past its window that it is not done", of: { baseline: "May 2023" }, to: "August 2023", is: { forecast: "August 2023", saidNotDoneOn: "2023-07-05" } },
    { what: "says it anew", of: { baseline: "May 2023", saidNotDoneOn: readDay("2023-06-01") }, to: "August 2023", is: { forecast: "August 2023", saidNotDoneOn: "2023-07-05" } },
    { what: "leaves a later day on which it was said", of: { baseline: "May 2023", saidNotDoneOn: readDay("2023-07-06") }, to: "August 2023", is: { forecast: "August 2023" } },
    { what: "may say that nobody knows", of: { baseline: "May 2023" }, to: "unknown", is: { forecast: "unknown", saidNotDoneOn: "2023-07-05" } },
    { what: "takes a window that is not over", of: { baseline: "May 2023" }, to: "July 2023", is: { forecast: "July 2023", saidNotDoneOn: "2023-07-05" } },
    { what: "takes today", of: { baseline: "May 2023" }, to: "5 July 2023", is: { forecast: "5 July 2023", saidNotDoneOn: "2023-07-05" } },
    { what: "takes a window with an open end", of: { baseline: "May 2023" }, to: "from May 2023", is: { forecast: "from May 2023", saidNotDoneOn: "2023-07-05" } },
    { what: "may come earlier", of: { baseline: "May 2024" }, to: "August 2023", is: { forecast: "August 2023", saidNotDoneOn: "2023-07-05" } },
    { what: "leaves it not met", of: { baseline: "May 2023", status: "NOT_MET" }, to: "August 2023", is: { forecast: "August 2023", saidNotDoneOn: "2023-07-05" } },
    { what: "leaves it met in part, for the rest of it", of: { baseline: "May 2023", status: "PARTIALLY_MET", actual: "May 2023" }, to: "August 2023", is: { forecast: "August 2023", saidNotDoneOn: "2023-07-05" } },
    { what: "answers where somebody had asked", of: { baseline: "May 2023", status: "NOT_REPORTED" }, to: "August 2023", is: { forecast: "August 2023", saidNotDoneOn: "2023-07-05", status: "SCHEDULED" } },
  ])("$what, and never the baseline", ({ of, to, is }) => {
    const ruled = reforecastMilestone(aMilestone(of), { text: to }, today);
    expect(ruled.problems).toEqual([]);
    expect(words(ruled)).toEqual(is);
  });

  it.each<{ what: string; of: Sketch; to: string; is: string[] }>([
    { what: "a window that is over", of: {}, to: "June 2023", is: ["RULE forecast"] },
    { what: "yesterday", of: {}, to: "4 July 2023", is: ["RULE forecast"] },
    { what: "words that are no date", of: {}, to: "soonish", is: ["INVALID_DATE forecast text"] },
    { what: "what is met", of: { status: "MET", actual: "May 2023" }, to: "August 2023", is: ["NOT_ALLOWED_NOW"] },
    { what: "what is cancelled, and a day that has passed, at once", of: { status: "CANCELLED" }, to: "May 2023", is: ["NOT_ALLOWED_NOW", "RULE forecast"] },
  ])("refuses $what", ({ of, to, is }) => {
    expect(found(reforecastMilestone(aMilestone(of), { text: to }, today))).toEqual(is);
  });
});

describe("rebaselineMilestone", () => {
  it.each<{ what: string; of: Sketch; is: FieldValues }>([
    { what: "leaves the first baseline, and a forecast that was moved", of: { baseline: "May 2023", forecast: "June 2023" }, is: { baseline: "August 2023" } },
    { what: "takes along a forecast that was the baseline, word for word", of: { baseline: "May 2023", forecast: "May 2023" }, is: { baseline: "August 2023", forecast: "August 2023" } },
    { what: "leaves a forecast that nobody knows", of: { baseline: "May 2023", forecast: "unknown" }, is: { baseline: "August 2023" } },
    { what: "leaves the first baseline a second time", of: { first: "January 2023", baseline: "May 2023", forecast: "June 2023" }, is: { baseline: "August 2023" } },
    { what: "makes the first baseline where none was known", of: { baseline: "not stated", forecast: "not stated" }, is: { firstBaseline: "August 2023", baseline: "August 2023", forecast: "August 2023" } },
    { what: "is for what is not met, too", of: { baseline: "May 2023", forecast: "June 2023", status: "NOT_MET" }, is: { baseline: "August 2023" } },
  ])("$what", ({ of, is }) => {
    const ruled = rebaselineMilestone(aMilestone(of), { text: "August 2023" });
    expect(ruled.problems).toEqual([]);
    expect(words(ruled)).toEqual(is);
  });

  it.each<{ what: string; of: Sketch; to: string; is: string[] }>([
    { what: "no date at all", of: {}, to: "unknown", is: ["MISSING_FIELD baseline"] },
    { what: "words that are no date", of: {}, to: "soonish", is: ["INVALID_DATE baseline text"] },
    { what: "what is met", of: { status: "MET", actual: "May 2023" }, to: "August 2023", is: ["NOT_ALLOWED_NOW"] },
    { what: "what is cancelled", of: { status: "CANCELLED" }, to: "August 2023", is: ["NOT_ALLOWED_NOW"] },
  ])("refuses $what", ({ of, to, is }) => {
    expect(found(rebaselineMilestone(aMilestone(of), { text: to }))).toEqual(is);
  });
});

describe("moveMilestone", () => {
  const there: Place = { programme: aProgramme("pr_there", "pl_somerset"), workstream: null };
  const nobody = { ownerOrganisationId: null, ownerHealthIntegrationTeamId: null };

  it.each<{ what: string; of?: Sketch; to: Place & { owner?: object }; is: FieldValues }>([
    { what: "to another programme, whose system it belongs to then", to: there, is: { programmeId: "pr_there", workstreamId: null, systemId: "pl_somerset" } },
    { what: "to a workstream of its programme", to: { ...here, workstream: aWorkstream("ws_a", "pr_here") }, is: { programmeId: "pr_here", workstreamId: "ws_a" } },
    { what: "to an organisation from a HIT", of: { ownerHealthIntegrationTeamId: "ht_1" }, to: { ...here, owner: { ownerOrganisationId: "or_1" } }, is: { ...nobody, programmeId: "pr_here", workstreamId: null, ownerOrganisationId: "or_1" } },
    { what: "to a HIT from an organisation", of: { ownerOrganisationId: "or_1" }, to: { ...here, owner: { ownerHealthIntegrationTeamId: "ht_1" } }, is: { ...nobody, programmeId: "pr_here", workstreamId: null, ownerHealthIntegrationTeamId: "ht_1" } },
    { what: "to nobody", of: { ownerOrganisationId: "or_1" }, to: { ...here, owner: { ownerOrganisationId: null } }, is: { programmeId: "pr_here", workstreamId: null, ownerOrganisationId: null } },
  ])("takes it $what", ({ of = {}, to: { owner = {}, ...place }, is }) => {
    const ruled = moveMilestone(aMilestone(of), { ...place, owner });
    expect(ruled.problems).toEqual([]);
    expect(ruled.fields).toEqual(is);
  });

  it.each<{ what: string; to: Place & { owner?: object }; is: string[] }>([
    { what: "to a workstream of another programme than is named", to: { ...there, workstream: aWorkstream("ws_a", "pr_here") }, is: ["RULE workstream"] },
  ])("refuses to take it $what", ({ to: { owner = {}, ...place }, is }) => {
    expect(found(moveMilestone(aMilestone({}), { ...place, owner }))).toEqual(is);
  });
});

describe("correctFirstBaseline", () => {
  it.each<{ what: string; of: Sketch; to: string; is: unknown }>([
    { what: "takes the baseline and the forecast along that were the same", of: { baseline: "May 2032" }, to: "May 2023", is: { firstBaseline: "May 2023", baseline: "May 2023", forecast: "May 2023" } },
    { what: "leaves a forecast that was moved", of: { baseline: "May 2032", forecast: "July 2023" }, to: "May 2023", is: { firstBaseline: "May 2023", baseline: "May 2023" } },
    { what: "leaves a baseline that was set anew, and a forecast that goes with that", of: { first: "May 2032", baseline: "June 2023" }, to: "May 2023", is: { firstBaseline: "May 2023" } },
    { what: "sets a met one right", of: { status: "MET", actual: "May 2023", baseline: "May 2032" }, to: "May 2023", is: { firstBaseline: "May 2023", baseline: "May 2023", forecast: "May 2023" } },
    { what: "sets a cancelled one right", of: { status: "CANCELLED", first: "May 2032", baseline: "June 2023" }, to: "May 2023", is: { firstBaseline: "May 2023" } },
    { what: "refuses what stands there already", of: {}, to: "May 2023", is: ["NOT_ALLOWED_NOW firstBaseline"] },
    { what: "refuses a date that is not known", of: {}, to: "unknown", is: ["MISSING_FIELD firstBaseline"] },
    { what: "refuses a date that cannot be read", of: {}, to: "31 February 2023", is: ["INVALID_DATE firstBaseline text"] },
    { what: "refuses where there is none that could be wrong", of: { first: "unknown", baseline: "unknown" }, to: "May 2023", is: ["NOT_ALLOWED_NOW"] },
  ])("$what", ({ of, to, is }) => {
    const ruled = correctFirstBaseline(aMilestone(of), { text: to });
    expect(ruled.problems.length > 0 ? found(ruled) : words(ruled)).toEqual(is);
  });
});
