import { describe, expect, it } from "vitest";
import { makeKey, signedIn, viewerOf } from "../../../src/domain/partners/access/signing-in.ts";
import { addDays, londonDay } from "../../../src/kernel/day.ts";
import { holding, openWorld } from "../../support/domain-world.ts";

const today = londonDay(new Date());

const RENAME = "mutation ($workstream: AmendWorkstreamInput!) { amendWorkstream(workstream: $workstream) { problems { conflict { actorName } } } }";

const met = (actorName: string | null): unknown => ({ amendWorkstream: { problems: [{ conflict: { actorName } }] } });

describe("who met somebody else's change", () => {
  it("is told what that account or key is called, until it is erased", async () => {
    const world = await openWorld(today);
    const workstream = await world.given.workstream({ name: "Training" });
    const grants = [{ role: "LEAD", holdsFor: workstream }] as const;
    const account = async (displayName: string): Promise<string> => signedIn(world.ledger, { issuer: "https://login.example", subject: displayName, displayName, grants });
    const [lee, lou] = [await account("Lee"), await account("Lou")];
    const { id: key } = await makeKey(world.ledger, { name: "A tool", role: "LEAD", holdsFor: workstream, expiresOn: addDays(today, 9), actor: "test" });
    const rename = async (actor: string, expectedVersion: number, name: string): Promise<unknown> => {
      const lease = world.ledger.lease();
      try {
        return await world.ask(viewerOf(lease.graph, actor, today), RENAME, { workstream: { id: workstream, expectedVersion, name } });
      } finally {
        lease.release();
      }
    };
    await rename(lee, 1, "Learning");
    expect(await rename(lou, 1, "Teaching")).toEqual(met("Lee"));
    await rename(key, 2, "Courses");
    expect(await rename(lou, 2, "Teaching")).toEqual(met("A tool"));
    await rename(lee, 3, "Learning");
    await world.ask(holding("STEWARD", null), "mutation ($id: ID!) { eraseAccount(id: $id) { problems { code } } }", { id: lee });
    expect(await rename(lou, 3, "Teaching")).toEqual(met(null));
  });
});
