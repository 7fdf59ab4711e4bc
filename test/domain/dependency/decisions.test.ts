import { describe, expect, it } from "vitest";
import { circle, wayTo, type Link, type Waiting } from "../../../src/domain/delivery/dependency/circle.ts";
import { addDependency, endWaiver, waiveDependency, type Ends } from "../../../src/domain/delivery/dependency/decisions.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { notKnown } from "../../../src/kernel/partial-date.ts";
import { readPartialDate } from "../../../src/kernel/read-partial-date.ts";

const record = { version: 1, audience: "PUBLIC", systemId: null, gaps: {}, isExample: null } as const;
const hidden = { audience: "MEMBERS", systemId: "pl_0000000000000001" } as const;
const sees = ({ audience }: { audience: string }): boolean => audience === "PUBLIC";
const today = readDay("2023-06-15");

const named = (id: string, of: Partial<Waiting> = {}): Waiting => ({ ...record, id, called: id, ...of });

type Waiver = Parameters<typeof endWaiver>[0];
const waiver = (until: string, ended?: string): Waiver => ({
  ...record, id: "waiver", dependencyId: "dependency", reason: "Agreed", grantedById: null, until: readPartialDate(until), ended: ended === undefined ? notKnown("UNKNOWN") : readPartialDate(ended),
});

const said = ({ problems }: { problems: readonly { code: string; path?: readonly (string | number)[] }[] }): readonly string[] => problems.map(({ code, path }) => [code, ...(path ?? [])].join(" "));

/** What waits for what, as in "A>B B>C": A waits for B, and B for C. */
function waitsFor(arrows: string): (of: Waiting) => Link[] {
  return ({ id }) =>
    arrows.split(" ").flatMap((arrow) => {
      const [from, to = ""] = arrow.split(">");
      return from === id ? [{ by: record, to: named(to) }] : [];
    });
}

describe("wayTo", () => {
  it.each([
    { arrows: "B>C", from: "A", to: "Z", way: null },
    { arrows: "A>B", from: "A", to: "A", way: [] },
    { arrows: "A>B", from: "A", to: "B", way: ["B"] },
    { arrows: "A>B", from: "B", to: "A", way: null },
    { arrows: "A>B B>C C>D", from: "A", to: "D", way: ["B", "C", "D"] },
    { arrows: "A>B B>C C>D A>D", from: "A", to: "D", way: ["D"] },
    { arrows: "A>B A>C B>D C>D D>E", from: "A", to: "E", way: ["B", "D", "E"] },
    { arrows: "A>B B>A B>C", from: "A", to: "C", way: ["B", "C"] },
    { arrows: "A>B B>A", from: "A", to: "Z", way: null },
  ])("from $from to $to in $arrows is $way", ({ arrows, from, to, way }) => {
    expect(wayTo(named(from), to, waitsFor(arrows))?.map((link) => link.to.id) ?? null).toEqual(way);
  });
});

describe("a circle", () => {
  const [service, training, principles] = [named("Service delivery"), named("Training"), named("Principles")];
  it.each<{ what: string; of: readonly [Waiting, Waiting, readonly Link[] | null]; says: string | null; records?: readonly string[] }>([
    { what: "is none where there is no way back", of: [service, training, null], says: null },
    { what: "of one", of: [training, training, []], says: "Training would wait for itself.", records: ["Training"] },
    { what: "of two", of: [service, training, [{ by: record, to: service }]], says: "Service delivery would wait for Training, which waits for Service delivery.", records: ["Service delivery", "Training"] },
    {
      what: "of three", of: [service, training, [{ by: record, to: principles }, { by: record, to: service }]], records: ["Service delivery", "Training", "Principles"],
      says: "Service delivery would wait for Training, which waits for Principles, which waits for Service delivery.",
    },
    {
      what: "through what may not be seen", of: [service, training, [{ by: record, to: named("Secret", hidden) }, { by: record, to: service }]], records: ["Service delivery", "Training"],
      says: "Service delivery would wait for Training, which waits for something that you may not see, which waits for Service delivery.",
    },
    {
      what: "by a dependency that may not be seen", of: [service, training, [{ by: { ...record, ...hidden }, to: service }]], records: ["Service delivery", "Training"],
      says: "Service delivery would wait for Training, which waits for something that you may not see, which waits for Service delivery.",
    },
    {
      what: "through several in a row that may not be seen", records: ["Service delivery", "Training"],
      of: [service, training, [{ by: { ...record, ...hidden }, to: named("Secret", hidden) }, { by: record, to: named("Another", hidden) }, { by: record, to: service }]],
      says: "Service delivery would wait for Training, which waits for something that you may not see, which waits for Service delivery.",
    },
  ])("$what", ({ of: [successor, predecessor, way], says, records }) => {
    expect(circle(successor, predecessor, way, sees)).toEqual(says === null ? [] : [{ code: "CIRCLE", message: `${says} Nothing was changed: drop one of these first, or leave this one out.`, records }]);
  });
});

describe("addDependency", () => {
  const ends: Ends = { successor: named("Service delivery", hidden), predecessor: named("Training"), way: null, standing: [] };
  const sent = { type: "READY_TO_START", predecessorWorkstreamId: "training", successorWorkstreamId: "delivery" };

  it("belongs where what waits belongs, rests on what is stated, and says which ends it does not have", () => {
    const gaps = { predecessorMilestoneId: "NOT_APPLICABLE", predecessorDescription: "NOT_APPLICABLE", successorMilestoneId: "NOT_APPLICABLE" };
    expect(addDependency(sent, ends, sees)).toEqual({ fields: { ...sent, ...hidden, basis: "STATED", gaps }, problems: [] });
    expect(addDependency({ ...sent, audience: "DRAFT", basis: "INFERRED" }, ends, sees).fields).toMatchObject({ audience: "DRAFT", basis: "INFERRED" });
  });

  it("is refused in a circle, and where there is one already that may be seen", () => {
    const standing = { ...record, ...sent, id: "dp", basis: "STATED", rationale: null, predecessorMilestoneId: null, predecessorDescription: null, successorMilestoneId: null } as const;
    expect(said(addDependency({ ...sent, predecessorWorkstreamId: null, predecessorMilestoneId: "launch" }, { ...ends, way: [] }, sees))).toEqual(["CIRCLE predecessorMilestone"]);
    expect(addDependency(sent, { ...ends, way: [] }, sees).problems).toMatchObject([{ code: "CIRCLE", path: ["predecessorWorkstream"] }]);
    expect(addDependency(sent, { ...ends, standing: [{ ...standing, type: "FINISH_TO_START" }] }, sees).problems).toMatchObject([{ code: "ALREADY_EXISTS", records: ["dp"] }]);
    expect(addDependency(sent, { ...ends, standing: [{ ...standing, ...hidden, type: "FINISH_TO_START" }] }, sees).problems).toEqual([]);
    expect(addDependency(sent, { ...ends, standing: [{ ...standing, type: "FINISH_TO_START", predecessorWorkstreamId: "principles" }] }, sees).problems).toEqual([]);
  });
});

describe("waiveDependency", () => {
  it.each<{ what: string; until: string; waivers: readonly Waiver[]; problems: readonly string[] }>([
    { what: "until tomorrow", until: "2023-06-16", waivers: [], problems: [] },
    { what: "until today", until: "2023-06-15", waivers: [], problems: ["RULE until"] },
    { what: "until yesterday", until: "2023-06-14", waivers: [], problems: ["RULE until"] },
    { what: "beside one that holds", until: "2023-07-01", waivers: [waiver("2023-06-01"), waiver("2023-06-15")], problems: ["ALREADY_EXISTS dependency"] },
    { what: "after one that has run out", until: "2023-07-01", waivers: [waiver("2023-06-14")], problems: [] },
    { what: "after one that was ended", until: "2023-07-01", waivers: [waiver("2023-07-01", "2023-06-15")], problems: [] },
    { what: "until today, beside one that holds", until: "2023-06-15", waivers: [waiver("2023-06-15")], problems: ["RULE until", "ALREADY_EXISTS dependency"] },
  ])("$what has the problems $problems", ({ until, waivers, problems }) => {
    const asked = { until: readDay(until), reason: "Agreed", grantedById: "board" };
    const ruled = waiveDependency({ ...record, ...hidden, id: "dp" }, waivers, asked, today);
    expect(said(ruled)).toEqual(problems);
    expect(ruled.fields).toEqual({ ...hidden, dependencyId: "dp", until, reason: "Agreed", grantedById: "board" });
  });
});

describe("endWaiver", () => {
  it.each<{ what: string; of: Waiver; message: string | null }>([
    { what: "that holds", of: waiver("2023-07-01"), message: null },
    { what: "on its last day", of: waiver("2023-06-15"), message: null },
    { what: "that has run out", of: waiver("2023-06-14"), message: "This waiver has run out already: it held until 2023-06-14. There is nothing to end." },
    { what: "that was ended", of: waiver("2023-07-01", "2023-06-10"), message: "This waiver was ended already: 2023-06-10. There is nothing to end." },
  ])("$what is refused with $message", ({ of, message }) => {
    const ruled = endWaiver(of, today);
    expect(ruled.problems.map((problem) => problem.message)).toEqual(message === null ? [] : [message]);
    expect(ruled.fields).toEqual({ ended: "2023-06-15" });
  });
});
