import { expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { openWorld } from "../../support/domain-world.ts";

it("a search index that was given another shape since it was read is not taken for damaged", async () => {
  const world = await openWorld();
  const searched = async (): Promise<unknown> => world.ask(nobody, '{ search(query: "launch") { totalCount nodes { match } } }');
  await searched();
  for (let made = 0; made < 40; made += 1) {
    await world.given.organisation({ name: `Launch ${made}` });
    if (made % 10 === 0) await searched();
  }
  await searched();
  for (let made = 0; made < 40; made += 1) await world.given.organisation({ name: `Review ${made}` });
  expect(world.ledger.verify()).toMatchObject({ sound: true });
});
