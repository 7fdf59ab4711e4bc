import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { Client } from "./client.ts";
import type { Shape } from "./shapes.ts";
import { bodyOf, type System } from "./system.ts";

const zAnswer = z.object({ data: z.unknown(), errors: z.unknown().optional() });

/** Proves that systems answer the same, whatever the order of keys; otherwise says which does not, and where. */
export async function proveEqual(systems: readonly System[], shapes: readonly Shape[], ids: readonly string[]): Promise<number> {
  let proven = 0;
  for (const shape of shapes) {
    for (const variables of shape.proofs(ids)) {
      const [first, ...others] = await Promise.all(systems.map(async (system) => ({ name: system.name, data: await answerOf(system, shape, variables) })));
      for (const other of others) {
        if (!isDeepStrictEqual(other.data, first?.data)) {
          throw new Error(`${other.name} does not answer ${shape.name} with ${JSON.stringify(variables)} as ${first?.name} does:\n${difference(first?.data, other.data)}`);
        }
      }
      proven += 1;
    }
  }
  return proven;
}

async function answerOf(system: System, shape: Shape, variables: Readonly<Record<string, unknown>>): Promise<unknown> {
  const client = new Client(`${system.url}${system.path}`, 1);
  const { data, errors } = zAnswer.parse(JSON.parse(await client.ask(bodyOf(system, shape.name, shape.document, variables))));
  client.end();
  if (errors !== undefined) throw new Error(`${system.name} does not answer ${shape.name}: ${JSON.stringify(errors)}`);
  return system.common?.(shape.name, data) ?? data;
}

/** Where two answers first differ. */
function difference(one: unknown, other: unknown, path = "$"): string {
  if (isDeepStrictEqual(one, other)) return "";
  if (typeof one === "object" && one !== null && typeof other === "object" && other !== null) {
    const [left, right] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
    for (const key of new Set([...left.keys(), ...right.keys()])) {
      const found = difference(left.get(key), right.get(key), `${path}.${key}`);
      if (found !== "") return found;
    }
  }
  return `${path}: ${JSON.stringify(one)?.slice(0, 200)} and ${JSON.stringify(other)?.slice(0, 200)}`;
}
