import { milestoneTypes } from "../../../src/domain/delivery/milestone/table.ts";
import { workstreamThemes } from "../../../src/domain/delivery/workstream/table.ts";
import { addDays, readDay } from "../../../src/kernel/day.ts";

/** How much there is of everything beside milestones: what a large system has, and less where it is only seen that all runs. */
function sizeOf(milestones: number) {
  return { organisations: Math.min(2_000, Math.ceil(milestones / 10)), teams: 60, programmes: 20, workstreams: 400, awards: Math.min(5_000, Math.ceil(milestones / 4)) };
}

type Size = ReturnType<typeof sizeOf>;
type Act = Readonly<Record<string, unknown>>;

const BEGINS = readDay("2022-04-01");
/** Over so many days milestones are due: some thirteen on each of them, where there are 20,000. */
const DAYS = 1_500;

const SECTORS = ["NHS", "LOCAL_GOVERNMENT", "VCSE", "EDUCATION"] as const;
const KINDS = { NHS: "NHS_TRUST", LOCAL_GOVERNMENT: "COUNCIL", VCSE: "CHARITY", EDUCATION: "UNIVERSITY" } as const;
const OUTCOMES = ["SCHEDULED", "MET", "SCHEDULED", "NOT_MET", "MET", "SCHEDULED", "CANCELLED", "MET"] as const;
const WORK = ["Training of", "A champion in each of", "The framework for", "A first audit of", "Supervision in", "An evaluation of", "The launch in", "A review by"] as const;
const WHERE = ["the acute trusts", "early help", "schools", "the police", "community nurses", "housing", "maternity", "probation", "general practice", "the voluntary sector"] as const;

/** One of a list; the same for the same number. */
function pick<Value>(values: readonly Value[], number: number): Value {
  const [first] = values;
  const picked = values[number % values.length] ?? first;
  if (picked === undefined) throw new RangeError("There is nothing to pick from.");
  return picked;
}

const place: Act = { record: "Place", ref: "bench", systemId: null, name: "Benchland", level: "SYSTEM" };

const organisation = (number: number): Act => {
  const sector = pick(SECTORS, number);
  return { record: "Organisation", ref: `o-${number}`, name: `Organisation ${number} of ${pick(WHERE, number)}`, status: "ACTIVE", sector, kind: KINDS[sector] };
};

const team = (number: number, { organisations }: Size): Act => ({ record: "HealthIntegrationTeam", ref: `t-${number}`, name: `Bench HIT ${number}`, status: "ACTIVE", sponsorId: `@o-${number % organisations}` });

const programme = (number: number, { organisations }: Size): Act => ({ record: "Programme", ref: `p-${number}`, name: `Programme ${number} for ${pick(WHERE, number)}`, status: "ACTIVE", hostId: `@o-${(number * 7) % organisations}` });

/** Their names come first in the order of names, so that a board has them and not those of the documents. */
const workstream = (number: number, { programmes, teams }: Size): Act => ({
  record: "Workstream", ref: `w-${number}`, name: `Aim ${String(number).padStart(3, "0")}: ${pick(WORK, number)} ${pick(WHERE, number)}`,
  theme: pick(workstreamThemes, number), status: "IN_PROGRESS", programmeId: `@p-${number % programmes}`, leadHealthIntegrationTeamId: `@t-${number % teams}`,
});

const milestone = (number: number, { organisations, programmes, workstreams }: Size): Act => {
  const day = addDays(BEGINS, (number * 7) % DAYS);
  const status = pick(OUTCOMES, number);
  return {
    record: "Milestone", ref: `m-${number}`, title: `${pick(WORK, number)} ${pick(WHERE, number)}, part ${number}`, type: pick(milestoneTypes, number), status,
    firstBaseline: day, baseline: day, forecast: addDays(day, number % 40), ...(status === "MET" ? { actual: addDays(day, number % 50) } : {}),
    workstreamId: `@w-${number % workstreams}`, programmeId: `@p-${(number % workstreams) % programmes}`, ownerOrganisationId: `@o-${number % organisations}`,
    gaps: { ownerHealthIntegrationTeamId: "NOT_STATED" },
  };
};

const award = (number: number, { programmes, workstreams }: Size): Act => ({
  record: "FundingAward", ref: `f-${number}`, title: `Grant ${number}`, amount: `£${(number % 97) * 1_000 + 5_000}`, awarded: addDays(BEGINS, number % DAYS), period: "not stated", status: "AWARDED",
  workstreamId: `@w-${number % workstreams}`, programmeId: `@p-${(number % workstreams) % programmes}`,
});

/** Every line of the import format that makes a world with so many milestones, in an order in which what is pointed at comes first. */
export function* actsOf(milestones: number): Generator<string> {
  const size = sizeOf(milestones);
  yield JSON.stringify(place);
  for (const [count, act] of [[size.organisations, organisation], [size.teams, team], [size.programmes, programme], [size.workstreams, workstream], [size.awards, award], [milestones, milestone]] as const) {
    for (let number = 0; number < count; number += 1) yield JSON.stringify(act(number, size));
  }
}
