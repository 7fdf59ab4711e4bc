import { describe, expect, it } from "vitest";
import type { Viewer } from "../../../src/api/access/viewer.ts";
import { holding, openWorld } from "../../support/domain-world.ts";
import { does, milestoneMutation } from "../../support/milestone-acts.ts";

/** A milestone in a workstream, and another programme in another system. */
async function opened() {
  const world = await openWorld();
  const [bristol, somerset] = [await world.given.place({ name: "Bristol", level: "SYSTEM" }), await world.given.place({ name: "Somerset", level: "SYSTEM" })];
  const [here, there] = [await world.given.programme({ systemId: bristol }), await world.given.programme({ systemId: somerset })];
  const [training, services] = [await world.given.workstream({ programmeId: here }), await world.given.workstream({ programmeId: here, name: "Services" })];
  const elsewhere = await world.given.workstream({ programmeId: there });
  const team = await world.given.healthIntegrationTeam();
  const id = await world.given.milestone({ programmeId: here, workstreamId: training, systemId: bristol, ownerHealthIntegrationTeamId: team, baseline: "May 2093", firstBaseline: "May 2093" });
  /** Somebody who leads all of these. */
  const leading = (...held: string[]): Viewer => ({ ...holding("LEAD", null, bristol, somerset), grants: held.map((holdsFor) => ({ role: "LEAD", holdsFor })) });
  return { world, bristol, somerset, here, there, training, services, elsewhere, team, id, leading };
}

describe("moveMilestone", () => {
  it("takes a role at both ends, in whichever way it goes", async () => {
    const { world, here, there, training, services, elsewhere, team, id, leading } = await opened();
    const goes: [object, Viewer[]][] = [
      [{ workstream: services }, [leading(training), leading(services), leading(team), leading(team, services)]],
      [{ workstream: null }, [leading(training), leading(team)]],
      [{ programme: there }, [leading(here), leading(there), leading(team, there)]],
      [{ workstream: elsewhere }, [leading(here), leading(elsewhere), leading(team, elsewhere)]],
    ];
    for (const [to, viewers] of goes) {
      for (const viewer of viewers) expect(await world.refused(viewer, milestoneMutation("moveMilestone"), { milestone: { id, expectedVersion: 1, ...to } })).toEqual([expect.stringContaining("Nothing was changed")]);
    }
    expect(await does(world, leading(training, services), "moveMilestone", { id, expectedVersion: 1, workstream: services })).toMatchObject({ problems: [], milestone: { workstream: { id: services }, programme: { id: here } } });
    expect(await does(world, leading(here), "moveMilestone", { id, expectedVersion: 2, workstream: null })).toMatchObject({ problems: [], milestone: { workstream: null, programme: { id: here } } });
    expect(await does(world, leading(here, elsewhere), "moveMilestone", { id, expectedVersion: 3, workstream: elsewhere })).toMatchObject({ problems: [], milestone: { workstream: { id: elsewhere }, programme: { id: there }, baseline: { text: "May 2093" } } });
    expect(await does(world, leading(here, there), "moveMilestone", { id, expectedVersion: 4, programme: here })).toMatchObject({ problems: [], milestone: { workstream: null, programme: { id: here } } });
  });

  it("brings it into the system of its new programme", async () => {
    const { world, bristol, somerset, here, there, id, leading } = await opened();
    const found = async (system: string): Promise<unknown> => world.ask(leading(), "query ($system: ID!) { milestones(filter: { system: $system }) { totalCount } }", { system });
    await does(world, leading(here, there), "moveMilestone", { id, expectedVersion: 1, programme: there });
    expect([await found(bristol), await found(somerset)]).toEqual([{ milestones: { totalCount: 0 } }, { milestones: { totalCount: 1 } }]);
  });

  it("hands it from one owner to another, whom nothing is handed without a role there", async () => {
    const { world, here, team, id, leading } = await opened();
    const [other, council] = [await world.given.healthIntegrationTeam({ name: "Weight HIT" }), await world.given.organisation()];
    expect(await does(world, leading(here), "rewordMilestone", { id, expectedVersion: 1, ownerHealthIntegrationTeam: other })).toMatchObject({ problems: [{ code: "RULE", path: ["milestone", "ownerHealthIntegrationTeam"] }] });
    for (const viewer of [leading(here), leading(team), leading(other)]) {
      expect(await world.refused(viewer, milestoneMutation("moveMilestone"), { milestone: { id, expectedVersion: 1, ownerHealthIntegrationTeam: other } })).toHaveLength(1);
    }
    expect(await does(world, leading(team, other), "moveMilestone", { id, expectedVersion: 1, ownerHealthIntegrationTeam: other })).toMatchObject({ problems: [], milestone: { ownerHealthIntegrationTeam: { id: other } } });
    expect(await does(world, leading(here), "moveMilestone", { id, expectedVersion: 2, ownerOrganisation: council })).toMatchObject({
      problems: [], milestone: { ownerOrganisation: { id: council }, ownerHealthIntegrationTeam: null, programme: { id: here } },
    });
    expect(await does(world, leading(here), "moveMilestone", { id, expectedVersion: 3, ownerOrganisation: null })).toMatchObject({ problems: [], milestone: { ownerOrganisation: null } });
  });

  it("refuses to go nowhere, and to a workstream of another programme than it names", async () => {
    const { world, here, there, services, id, leading } = await opened();
    const lead = leading(here, there);
    expect(await does(world, lead, "moveMilestone", { id, expectedVersion: 1 })).toMatchObject({ problems: [{ code: "MISSING_FIELD", path: ["milestone"] }] });
    expect(await does(world, lead, "moveMilestone", { id, expectedVersion: 1, programme: there, workstream: services })).toMatchObject({ problems: [{ code: "RULE", path: ["milestone", "workstream"] }] });
  });

  it("is refused where somebody else has moved it since, and not where they changed something else", async () => {
    const { world, here, services, id, leading } = await opened();
    await does(world, leading(here), "rewordMilestone", { id, expectedVersion: 1, title: "Charter" });
    expect(await does(world, leading(here), "moveMilestone", { id, expectedVersion: 1, workstream: services })).toMatchObject({ problems: [], milestone: { title: "Charter" } });
    expect(await does(world, leading(here), "moveMilestone", { id, expectedVersion: 1, workstream: null })).toMatchObject({ problems: [{ code: "STALE", conflict: { fields: ["workstream"] } }] });
  });
});
