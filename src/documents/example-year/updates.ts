import { bnssg, somerset } from "./cast.ts";
import type { Chapter, Part, Sent, Step } from "./script.ts";

/** What a lead says of a workstream or a programme in a month: acts on the workstream, and a report that the office publishes some days later. */
interface Update {
  readonly month: number;
  readonly on: string;
  readonly by?: Part;
  readonly rating: "GREEN" | "AMBER" | "RED";
  readonly narrative: string;
  readonly achieved?: string;
  readonly next?: string;
  readonly decision?: string;
  readonly acts?: readonly Sent[];
  readonly reason?: string;
}

/** Twelve months of monthly updates, slips and all, in both systems. */
export const updates: Chapter = (calendar) => {
  const told: readonly Update[] = [
    { month: 1, on: somerset.training, rating: "GREEN", narrative: "Tier 1 is being set up with the partners' own systems.", next: "Open tier 1", acts: [
      { reportMeasure: { measure: "@tier-1-reach", value: { text: "3 people" }, asAt: { text: calendar.end(1) }, note: "A first try with the project group" } },
    ] },
    { month: 2, on: somerset.principles, rating: "GREEN", narrative: "The charter was agreed by all partners.", achieved: "The charter is agreed", next: "Collect the signed principles", acts: [
      { meetMilestone: { id: "@charter", actual: { text: calendar.day(2, 20) } } },
    ] },
    { month: 3, on: "@bnssg-training", by: "HIT_LEAD", rating: "GREEN", narrative: "The first course was full. Leaders of twelve groups took part.", achieved: "The first course was held", next: "Plan the second course", acts: [
      { meetMilestone: { id: "@course", actual: { text: calendar.day(3, 12) } } },
      { reportMeasure: { measure: "@bnssg-reach", value: { text: "24 people" }, asAt: { text: calendar.end(3) } } },
    ] },
    { month: 3, on: somerset.training, rating: "GREEN", narrative: "Two partners still block the address of the course. Their IT teams are on it.", next: "Open tier 1 for the last two partners", acts: [
      { sayMilestoneNotDone: { id: "@tier-1", saidOn: calendar.end(3) } },
      { raiseRisk: { kind: "RISK", programme: somerset.programme, workstream: somerset.training, title: "Facilitators leave for other posts", cause: "Posts are funded for one year", effect: "Tiers 2 and 3 cannot be offered", likelihood: "MEDIUM", impact: "HIGH", response: "REDUCE", plan: "Train two more than are needed", ownerOrganisation: somerset.council } },
    ] },
    { month: 4, on: somerset.training, rating: "AMBER", narrative: "Tier 1 opened a month late. Fewer facilitators than hoped for have come forward.", achieved: "Tier 1 is open to everybody", next: "Find facilitators in the voluntary sector", decision: "Whether partners release staff for two days each", acts: [
      { meetMilestone: { id: "@tier-1", actual: { text: calendar.day(4, 9) } } },
      { reforecastMilestone: { id: "@tier-2", forecast: { text: calendar.month(8) } } },
      { supplyCriterion: { id: "@criterion-training", evidence: "A list of partners, each with the day on which its staff could log in", evidenceAddress: "https://example.org/tier-1-access" } },
      { reportMeasure: { measure: "@tier-1-reach", value: { text: "140 people" }, asAt: { text: calendar.end(4) } } },
    ], reason: "Facilitators cannot be released before the summer" },
    { month: 5, on: somerset.principles, rating: "GREEN", narrative: "All partners have sent their agreement.", achieved: "The principles are agreed in writing", acts: [
      { supplyCriterion: { id: "@criterion-principles", evidence: "Letters of all partners, kept by the council", evidenceAddress: "https://example.org/principles" } },
    ] },
    { month: 5, on: "@bnssg-champions", by: "HIT_LEAD", rating: "AMBER", narrative: "Champions are in place in two localities of three.", next: "Recruit in the third locality" },
    { month: 6, on: somerset.change, rating: "AMBER", narrative: "The policies are reviewed. When the last partner finished was not written down to the day.", achieved: "Policies on staff wellbeing are reviewed", acts: [
      { meetMilestone: { id: "@policies", actual: calendar.months(5, 6) } },
      { reforecastMilestone: { id: "@strategy", forecast: { text: calendar.month(10) } } },
    ], reason: "The working group meets every other month" },
    { month: 6, on: "@bnssg-champions", by: "HIT_LEAD", rating: "AMBER", narrative: "Twenty-two champions of the thirty are in place.", achieved: "Twenty-two champions", next: "Recruit in the third locality", acts: [
      { partlyMeetMilestone: { id: "@thirty", actual: { text: calendar.day(6, 28) } } },
    ] },
    { month: 7, on: somerset.training, rating: "RED", narrative: "Two facilitators left. Four are needed before tiers 2 and 3 can begin.", next: "Bring the course for facilitators forward", decision: "Whether to pay for cover", acts: [
      { reforecastMilestone: { id: "@tier-2", forecast: { text: calendar.month(10) } } },
      { reportMeasure: { measure: "@facilitators", value: { text: "4 people" }, asAt: { text: calendar.end(7) } } },
    ], reason: "Two facilitators left" },
    { month: 7, on: somerset.change, rating: "AMBER", narrative: "Families said that they would not read a leaflet. A short film is looked into instead.", acts: [
      { cancelMilestone: { id: "@leaflet" } },
    ], reason: "Families asked for something else" },
    { month: 8, on: somerset.training, rating: "AMBER", narrative: "A course in the holidays brought eight facilitators.", achieved: "Twelve facilitators are ready", next: "Offer tiers 2 and 3", acts: [
      { reforecastMilestone: { id: "@tier-2", forecast: { text: calendar.month(9) } } },
      { reportMeasure: { measure: "@facilitators", value: { text: "12 people" }, asAt: { text: calendar.end(8) } } },
      { reportMeasure: { measure: "@tier-1-reach", value: { text: "410 people" }, asAt: { text: calendar.end(8) } } },
    ], reason: "The course was brought forward" },
    { month: 9, on: somerset.training, rating: "GREEN", narrative: "The facilitators have held their first sessions.", achieved: "Tiers 2 and 3 have begun", acts: [
      { meetMilestone: { id: "@tier-2", actual: { text: calendar.day(9, 15) } } },
    ] },
    { month: 9, on: "@bnssg-training", by: "HIT_LEAD", rating: "GREEN", narrative: "The resources for trainers were published in the summer.", achieved: "Resources are in one place", acts: [
      { meetMilestone: { id: "@library", actual: { text: calendar.month(9) } } },
      { reportMeasure: { measure: "@bnssg-reach", value: { text: "118 people" }, asAt: { text: calendar.end(9) } } },
    ] },
    { month: 10, on: somerset.delivery, rating: "RED", narrative: "The intake could not begin: one service is moving house.", next: "Begin with the other service alone", acts: [
      { missMilestone: { id: "@intake", saidOn: calendar.end(10) } },
      { raiseRisk: { kind: "ISSUE", programme: somerset.programme, workstream: somerset.delivery, title: "A service is moving house", effect: "The intake begins in one service only", impact: "MEDIUM", response: "ACCEPT", plan: "Begin with the other service", ownerOrganisation: somerset.council } },
    ] },
    { month: 3, on: somerset.programme, rating: "GREEN", narrative: "The charter is agreed and the first tier is on its way.", achieved: "The charter is agreed", next: "Open tier 1 everywhere" },
    { month: 6, on: somerset.programme, rating: "AMBER", narrative: "Facilitators are late, and the rest waits for them.", achieved: "Tier 1 is open and the principles are agreed", next: "Find facilitators", decision: "Whether to pay for cover" },
    { month: 6, on: bnssg.programme, by: "OFFICE", rating: "GREEN", narrative: "Training is under way, and most champions are in place.", next: "Champions in the third locality" },
    { month: 9, on: somerset.programme, rating: "AMBER", narrative: "Facilitators are ready. Service delivery begins with one service.", achieved: "Tiers 2 and 3 have begun", next: "Begin the intake" },
    { month: 9, on: bnssg.programme, by: "OFFICE", rating: "AMBER", narrative: "The third locality still lacks champions.", next: "A gathering of all champions" },
    { month: 10, on: somerset.programme, rating: "RED", narrative: "The intake could not begin, and the survey of staff has not been reported.", next: "Hold the network event", decision: "Whether to begin with one service alone" },
  ];
  return told.flatMap(steps);

  /** The lead updates within the first days of the next month; the office publishes a few days later. */
  function steps({ month, on, by = "LEAD", rating, narrative, achieved, next, decision, acts = [], reason }: Update, index: number): Step[] {
    const items = [["ACHIEVED", achieved], ["NEXT", next], ["DECISION_NEEDED", decision]] as const;
    const report = {
      [on.startsWith("@Programme") ? "programme" : "workstream"]: on, period: { text: calendar.month(month) }, narrative,
      judgements: [{ dimension: "OVERALL", scheme: "DELIVERY_CONFIDENCE_3", rating, rationale: narrative }],
      items: items.flatMap(([kind, statement]) => (statement === undefined ? [] : [{ kind, statement, ...(kind === "DECISION_NEEDED" ? { group: by === "HIT_LEAD" ? bnssg.board : somerset.board } : {}) }])),
    };
    const named = `report-${index}`;
    return [
      ...(acts.length === 0 ? [] : [{ on: [month + 1, 2], as: by, act: "updateWorkstream", sent: { id: on, acts }, ...(reason === undefined ? {} : { reason }) } as const]),
      { on: [month + 1, 3], as: by, act: "draftStatusReport", named, sent: report },
      { on: [month + 1, 3], as: by, act: "submitStatusReport", sent: { id: `@${named}` } },
      { on: [month + 1, 6], as: "OFFICE", act: "publishStatusReport", sent: { id: `@${named}` } },
    ];
  }
};
