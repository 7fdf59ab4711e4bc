import type { Viewer } from "../../../src/api/access/viewer.ts";
import { holding, openWorld, type World } from "../../support/domain-world.ts";
import { deliveryOf, type DeliveryMakers } from "../../support/given-delivery.ts";

export interface UpdateWorld {
  readonly world: World;
  readonly make: DeliveryMakers;
  readonly system: string;
  readonly programme: string;
  readonly workstream: string;
  /** Of the workstream, one of each. */
  readonly own: Parts;
  /** Those of another workstream of the same programme. */
  readonly others: Parts;
  readonly lead: Viewer;
}

export interface Parts {
  readonly workstream: string;
  readonly milestone: string;
  readonly criterion: string;
  readonly measure: string;
  readonly risk: string;
  readonly report: string;
}

/** A workstream that reports monthly, with a lead, beside another one. */
export async function updateWorld(today?: string): Promise<UpdateWorld> {
  const world = await openWorld(today);
  const make = deliveryOf(world);
  const system = await world.given.place({ level: "SYSTEM" });
  const programme = await world.given.programme({ systemId: system, reportingRhythm: "MONTHLY", status: "ACTIVE" });
  const own = await parts(world, make, { programme, system });
  const others = await parts(world, make, { programme, system });
  return { world, make, system, programme, workstream: own.workstream, own, others, lead: holding("LEAD", own.workstream, system) };
}

async function parts({ given }: World, make: DeliveryMakers, { programme: programmeId, system: systemId }: { programme: string; system: string }): Promise<Parts> {
  const workstream = await given.workstream({ programmeId, systemId, name: "Training", status: "NOT_STARTED" });
  const dates = { forecast: "March 2099", baseline: "March 2099", firstBaseline: "March 2099" };
  return {
    workstream,
    milestone: await given.milestone({ programmeId, systemId, workstreamId: workstream, title: "Launch", ...dates }),
    criterion: await given.criterion({ systemId, workstreamId: workstream }),
    measure: await make.measure({ systemId, programmeId, workstreamId: workstream }),
    risk: await make.risk({ systemId, programmeId, workstreamId: workstream }),
    report: await make.statusReport({ systemId, workstreamId: workstream, audience: "DRAFT", status: "DRAFT", title: "March", period: "March 2024" }),
  };
}

const UPDATE = `mutation ($update: UpdateWorkstreamInput!, $reason: String, $citations: [CitationInput!], $dryRun: Boolean! = false, $all: Boolean! = false) { updateWorkstream(update: $update, reason: $reason, citations: $citations, dryRun: $dryRun) {
  workstream { id version name status } entry isRepeat problems { code message path records { id } conflict { fields actor record { id } } } changed @include(if: $all) { __typename id version }
} }`;

export interface Updated {
  readonly workstream: Readonly<Record<string, unknown>> | null;
  readonly entry: number | null;
  readonly isRepeat: boolean;
  /** Only where all that changed is asked for. */
  readonly changed?: readonly object[];
  readonly problems: readonly { readonly code: string; readonly message: string; readonly path: readonly string[] }[];
}

interface Besides {
  readonly reason?: string;
  readonly citations?: readonly object[];
  readonly all?: boolean;
  readonly dryRun?: boolean;
  readonly key?: string;
  readonly expectedVersion?: number;
}

/** Sends acts as one update, and gives what was answered, or the messages of the errors. */
export async function answered(world: World, viewer: Viewer, id: string, acts: readonly object[], { key, expectedVersion, ...rest }: Besides = {}): Promise<Updated | readonly string[]> {
  const update = { id, acts, ...(expectedVersion === undefined ? {} : { expectedVersion }) };
  const { data, errors } = await world.answer(viewer, UPDATE, { update, ...rest }, key ?? null);
  if (errors !== undefined) return errors.map(({ message }) => message);
  // What came is for the expectations to judge.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return (data as { updateWorkstream: Updated }).updateWorkstream;
}

/** The same, where an error fails the test. */
export async function updated(world: World, viewer: Viewer, id: string, acts: readonly object[], besides: Besides = {}): Promise<Updated> {
  const answer = await answered(world, viewer, id, acts, besides);
  if ("problems" in answer) return answer;
  throw new Error(answer.join("\n"));
}
