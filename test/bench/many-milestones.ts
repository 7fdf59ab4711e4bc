import { milestoneKind, milestoneStatuses, milestoneTypes } from "../../src/domain/delivery/milestone/table.ts";
import { programmeKind } from "../../src/domain/delivery/programme/table.ts";
import { workstreamKind } from "../../src/domain/delivery/workstream/table.ts";
import { placeKind } from "../../src/domain/foundation/place/table.ts";
import { healthIntegrationTeamKind } from "../../src/domain/partners/health-integration-team/table.ts";
import { organisationIdentifierKind, organisationKind } from "../../src/domain/partners/organisation/table.ts";
import { addDays, readDay } from "../../src/kernel/day.ts";
import { MOST_CHANGES } from "../../src/ledger/entry.ts";
import type { Draft } from "../../src/ledger/draft.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";

/** So many milestones in one system, with the organisations, HITs and workstreams of a large one: the same ones each time. */
export async function manyMilestones(ledger: Ledger, count: number): Promise<void> {
  const act = async <Value>(decide: (draft: Draft) => Value): Promise<Value> => {
    const { value } = await ledger.commit({ name: "test:given", actor: "test" }, decide);
    if (value === null) throw new Error("This was done before.");
    return value;
  };
  const system = await act((draft) => draft.create(placeKind, { audience: "PUBLIC", name: "North", level: "SYSTEM" }));
  const open = { audience: "PUBLIC", systemId: system };
  const made = async (most: number, make: (draft: Draft, index: number) => string): Promise<string[]> => {
    const ids: string[] = [];
    while (ids.length < most) ids.push(...(await act((draft) => Array.from({ length: Math.min(MOST_CHANGES / 2, most - ids.length) }, (_, index) => make(draft, ids.length + index)))));
    return ids;
  };
  const organisations = await made(2_000, (draft, index) => {
    const id = draft.create(organisationKind, { ...open, name: `Organisation ${index}`, status: "ACTIVE", kind: "NHS_TRUST", sector: "NHS" });
    draft.create(organisationIdentifierKind, { ...open, organisationId: id, scheme: "GB_NHS", value: `R${index}` });
    return id;
  });
  const teams = await made(60, (draft, index) => draft.create(healthIntegrationTeamKind, { ...open, name: `HIT ${index}`, status: "ACTIVE" }));
  const programmes = await made(20, (draft, index) => draft.create(programmeKind, { ...open, name: `Programme ${index}`, status: "ACTIVE", hostId: organisations[index] }));
  const workstreams = await made(400, (draft, index) =>
    draft.create(workstreamKind, { ...open, name: `Workstream ${index}`, theme: "TRAINING", status: "IN_PROGRESS", programmeId: programmes[index % 20], leadHealthIntegrationTeamId: teams[index % 60] }));
  await made(count, (draft, index) => {
    const day = addDays(readDay("2022-04-01"), index % 1_500);
    const status = milestoneStatuses[index % 4];
    return draft.create(milestoneKind, {
      ...open,
      title: `Milestone ${index}: staff of the acute trusts have been trained`,
      type: milestoneTypes[index % milestoneTypes.length],
      status: status === "MET" ? "MET" : "SCHEDULED",
      firstBaseline: day, baseline: day, forecast: addDays(day, index % 40),
      ...(status === "MET" ? { actual: addDays(day, index % 50) } : {}),
      workstreamId: workstreams[index % 400], programmeId: programmes[(index % 400) % 20], ownerOrganisationId: organisations[index % 2_000],
      gaps: { ownerHealthIntegrationTeamId: "NOT_STATED" },
    });
  });
}
