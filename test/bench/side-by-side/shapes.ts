import { addDays, readDay } from "../../../src/kernel/day.ts";

/** A question that every system answers, with variables that make it another question each time or that stay the same. */
export interface Shape {
  readonly name: string;
  readonly document: string;
  /** Variables under which nobody has asked yet, or not for thousands of turns where there are no more, which is longer than an answer is kept that was asked for once; what lists let in is the same each time. */
  readonly anew: (turn: number, ids: readonly string[]) => Readonly<Record<string, unknown>>;
  /** Variables under which answers have to be equal, before anything is measured: those that let in little too. */
  readonly proofs: (ids: readonly string[]) => readonly Readonly<Record<string, unknown>>[];
}

const AFTER_ALL = readDay("2030-01-01");
/** In the nine years from then on lie the dates of all milestones: a count as of such a day has more to add up than of a day after all of them. */
const FIRST_DAY = readDay("2021-01-01");
const DAYS = 3_287;
const days = ["2022-03-01", "2022-06-30", "2023-11-15", "2024-03-31", "2026-01-31", "2030-01-01"];

const DUE = "due { earliest latest }";

/** Fifty workstreams with the programme and the team of each, its next ten milestones with who answers for them, and what it is funded with. */
const board: Shape = {
  name: "board",
  document: `query Board($to: Day!) { workstreams(first: 50, orderBy: NAME) { nodes { id name status programme { id name } leadHealthIntegrationTeam { id name }
    milestones(first: 10, filter: { due: { to: $to } }) { nodes { id title status ${DUE} ownerOrganisation { id name } } }
    fundingSummary { awarded { sum { known { pence } knownCount } } } } } }`,
  anew: (turn) => ({ to: addDays(AFTER_ALL, turn) }),
  proofs: () => days.map((to) => ({ to })),
};

/** A hundred milestones, each with its workstream and who answers for it. */
const list: Shape = {
  name: "list",
  document: `query List($to: Day!) { milestones(first: 100, filter: { due: { to: $to } }) { nodes { id title status ${DUE} workstream { id name } ownerOrganisation { id name } } } }`,
  anew: (turn) => ({ to: addDays(AFTER_ALL, turn) }),
  proofs: () => days.map((to) => ({ to })),
};

/** One milestone by its id. */
const point: Shape = {
  name: "point",
  document: `query Point($id: ID!) { milestone(id: $id) { id title status ${DUE} workstream { id name } ownerOrganisation { id name } } }`,
  anew: (turn, ids) => ({ id: ids[turn % ids.length] }),
  proofs: (ids) => [...ids.slice(0, 20).map((id) => ({ id })), { id: "ms_0000000000000000" }],
};

/** How many milestones stand how on a day. */
const count: Shape = {
  name: "count",
  document: "query Count($on: Day!) { overview(on: $on) { milestones { byTiming { timing count } } } }",
  anew: (turn) => ({ on: turn % 2 === 0 ? addDays(FIRST_DAY, (turn / 2) % DAYS) : addDays(AFTER_ALL, turn) }),
  proofs: () => days.map((on) => ({ on })),
};

/** The questions of which every system is asked, in the order in which tables tell them. */
export const shapes: readonly Shape[] = [board, list, point, count];
