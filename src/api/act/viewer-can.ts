import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { kebab } from "../../kernel/kebab.ts";
import { prefixOf } from "../../kernel/identity.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Context } from "../context.ts";
import { RecordInterface, type RecordRow } from "../record.ts";
import { loadedWholes } from "./loaded-wholes.ts";
import { verdict } from "./scope.ts";

@ObjectType("ViewerAct", { description: "Whether this viewer may do an act on a record. Rules of the programme may still stand against it: dryRun tells." })
class ViewerAct {
  @Field(() => String, { description: "The act as the history names it: milestone:meet is what meetMilestone does." })
  declare readonly act: string;

  @Field(() => Boolean, { description: "Whether a role of theirs allows it here." })
  declare readonly allowed: boolean;

  @Field(() => String, { nullable: true, description: "Why not, and who may; null where it is allowed." })
  declare readonly reason: string | null;
}

/** The class that says of every record what a viewer may do with it. */
// oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql takes resolver classes as functions
export function viewerCanResolver(kinds: readonly RecordKind[]): Function {
  const byPrefix = new Map(kinds.map((kind) => [kind.prefix, kind]));

  @Resolver(() => RecordInterface)
  class ViewerCanResolver {
    @FieldResolver(() => [ViewerAct], { description: "What people do with a record of this kind, and whether this viewer may do it here, in the order of the acts' names. Empty where nothing can be written, as in the past." })
    async viewerCan(@Ctx() context: Context, @Root() record: RecordRow): Promise<ViewerAct[]> {
      const kind = byPrefix.get(prefixOf(record.id));
      if (kind === undefined || context.desk === null) return [];
      const { permissions } = context.desk;
      const acts = actsOn(Object.keys(permissions), kind);
      if (acts.length === 0) return [];
      // Nobody's roles count nowhere: there is nothing to look up.
      const within = context.viewer.grants.length === 0 ? new Set<string>() : await loadedWholes(context, byPrefix, kind, { ...record });
      return acts.map((act) => ({ act, reason: null, ...verdict(permissions, context.viewer, act, within) }));
    }
  }
  return ViewerCanResolver;
}

/** The acts that are called after a kind of record. */
function actsOn(acts: readonly string[], { type, noun = kebab(type) }: RecordKind): string[] {
  return acts.filter((act) => act.startsWith(`${noun}:`)).toSorted();
}
