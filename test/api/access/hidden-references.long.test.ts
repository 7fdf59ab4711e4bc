import { expect, it } from "vitest";
import { schema } from "../../support/schema.ts";
import { concepts } from "../../../src/schema.ts";
import { isId, newId, prefixOf } from "../../../src/kernel/identity.ts";
import { officeOfEverything, openWorld, type World } from "../../support/domain-world.ts";
import { sending, trying } from "../../support/sample-mutation.ts";
import { twoOfEach, type Pair } from "../../support/two-of-each.ts";

/** What is sent may name a record in some hundred places. In each of them a record that somebody may not see is to them as if there were none. */

const kinds = concepts.flatMap((concept) => concept.kinds);
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

/** Who has access is told to those who answer for it, and whoever erases somebody reaches what they do not see. */
const SHOWN = new Set(["createAccessKey", "revokeAccessKey", "grantRole", "endRole", "eraseAccount", "erasePerson", "pauseWebhook", "endWebhook", "revokeCalendarAddress"]);

/** Every place of what is sent in which an id stands. */
function idsIn(sent: unknown, path: readonly string[] = []): { readonly path: readonly string[]; readonly id: string }[] {
  if (isId(sent)) return [{ path, id: sent }];
  return typeof sent === "object" && sent !== null ? Object.entries(sent).flatMap(([name, value]) => idsIn(value, [...path, name])) : [];
}

/** The same with another id in one place. */
function withId<Part>(sent: Part, path: readonly string[], id: string): Part {
  const at = path.join("/");
  const copied = (part: unknown, here: readonly string[]): unknown => {
    if (here.join("/") === at) return id;
    if (Array.isArray(part)) return part.map((item: unknown, index) => copied(item, [...here, String(index)]));
    return typeof part === "object" && part !== null ? Object.fromEntries(Object.entries(part).map(([name, value]) => [name, copied(value, [...here, name])])) : part;
  };
  // oxlint-disable-next-line no-unsafe-type-assertion -- a copy, but for one id
  return copied(sent, []) as Part;
}

/** A record of each kind that is for members of a system; of the same in all else as the one that everybody sees. */
async function hiddenOnes(world: World, pairs: readonly Pair[]): Promise<ReadonlyMap<string, string>> {
  const systemId = await world.given.place({ name: "Hidden", level: "SYSTEM" });
  return world.act((draft) => new Map(pairs.map(({ kind, second }) => {
    draft.change(kind, second, { audience: "MEMBERS", systemId });
    return [kind.prefix, second];
  })));
}

it("says of a record that somebody may not see what it says of one that there never was, wherever a mutation names it", async () => {
  const world = await openWorld();
  const pairs = await twoOfEach(world, schema, kinds);
  const hidden = await hiddenOnes(world, pairs);
  const places: string[] = [];
  const telling: string[] = [];
  for (const mutation of mutations.filter(({ name }) => !SHOWN.has(name))) {
    const { sent } = await trying(world, officeOfEverything, mutation, pairs, "dryRun: true");
    for (const { path, id } of idsIn(sent)) {
      const prefix = prefixOf(id);
      const answers = [hidden.get(prefix) ?? "", newId(prefix, "nowhere")].map(async (other) => {
        const { sent: _, ...tried } = await sending(world, officeOfEverything, mutation, withId(sent, path, other), "dryRun: true");
        return JSON.stringify(tried).replaceAll(other, "…");
      });
      const [there, nowhere] = await Promise.all(answers);
      places.push(`${mutation.name} ${path.join(".")}`);
      if (there !== nowhere) telling.push(`${mutation.name} ${path.join(".")}: ${there} ${nowhere}`);
    }
  }
  expect(telling).toEqual([]);
  expect(places.length).toBeGreaterThan(100);
}, 120_000);
