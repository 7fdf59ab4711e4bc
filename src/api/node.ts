import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { isId, prefixOf } from "../kernel/identity.ts";
import type { Concept } from "./concept.ts";
import type { Context } from "./context.ts";
import { Fault } from "./fault/fault.ts";
import { one, type One } from "./loaders.ts";
import { NodeInterface, type AnyRecord, type RecordRow } from "./record.ts";
import type { Soon } from "./soon.ts";

/** How many records may be asked for by their ids at once. */
const MOST_IDS = 100;

/** Loads a record of any kind of these concepts. */
export function anyRecord(concepts: readonly Concept[]): AnyRecord {
  // Every table of records has the columns of a RecordRow; which more it has does not matter here.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  const byPrefix = new Map(concepts.flatMap(({ kinds }) => kinds.map((kind) => [kind.prefix, one(kind.table) as One<RecordRow>] as const)));
  return async (context, id) => {
    const load = id === null || !isId(id) ? undefined : byPrefix.get(prefixOf(id));
    return load === undefined ? null : load(context, id);
  };
}

/** The class that resolves `node` and `nodes` over these records. */
// oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql takes resolver classes as functions
export function nodeResolver(record: AnyRecord): Function {
  @Resolver()
  class NodeResolver {
    @Query(() => NodeInterface, { nullable: true, description: "A record by its id. Null where there is none, or none that this viewer may see." })
    node(@Ctx() context: Context, @Arg("id", () => ID, { description: "As a record gave it." }) id: string): Soon<RecordRow | null> {
      return record(context, id);
    }

    @Query(() => [NodeInterface], { nullable: "items", description: "Records by their ids, in the order of the ids; null at the place of one that is not there or may not be seen. At most 100." })
    async nodes(@Ctx() context: Context, @Arg("ids", () => [ID], { description: "As records gave them." }) ids: string[]): Promise<(RecordRow | null)[]> {
      if (ids.length > MOST_IDS) throw new Fault("BAD_USER_INPUT", `At most ${MOST_IDS} records can be asked for at once, and ${ids.length} were. Ask in parts.`);
      return Promise.all(ids.map(async (id) => record(context, id)));
    }
  }
  return NodeResolver;
}
