import { Arg, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { prefixOf } from "../../kernel/identity.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Context } from "../context.ts";
import type { Permission, Permissions } from "../access/permission.ts";
import { RecordInterface, type RecordRow } from "../record.ts";
import { weighs } from "../weight.ts";
import { ActEnum } from "./act-enum.ts";
import { actsOn } from "./acts-on.ts";
import { judged, type Verdict } from "./judged.ts";
import { walkedTogether } from "./walked.ts";

@ObjectType("ViewerAct", {
  description: "Whether this viewer may do an act to a record: exactly then is it not answered with FORBIDDEN. What an act names beside the record, as where something is moved to, is asked as well; and rules of the programme may still stand against it, which dryRun tells.",
})
class ViewerAct {
  @Field(() => ActEnum, { description: "The act." })
  declare readonly act: string;

  @Field(() => Boolean, { description: "Whether a role of theirs allows it here." })
  declare readonly allowed: boolean;

  @Field(() => String, { nullable: true, description: "Why not, and who may; null where it is allowed." })
  declare readonly reason: string | null;
}

/** The class that says of every record what a viewer may do with it. */
// oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql takes resolver classes as functions
export function viewerCanResolver(allKinds: readonly RecordKind[], permissions: Permissions): Function {
  const kinds = new Map(allKinds.map((kind) => [kind.prefix, kind]));
  const byType = actsOn(permissions, allKinds);

  @Resolver(() => RecordInterface)
  class ViewerCanResolver {
    @weighs(3)
    @FieldResolver(() => [ViewerAct], { description: "What people do with a record of this type, and in it, and whether this viewer may do it here, in the order of the acts' names. Empty where nothing can be written, as in the past." })
    async viewerCan(@Ctx() context: Context, @Root() record: RecordRow, @Arg("acts", () => [ActEnum], { nullable: true, description: "Only these; all unless given." }) only?: readonly string[] | null): Promise<ViewerAct[]> {
      const kind = kinds.get(prefixOf(record.id));
      if (kind === undefined || context.desk === null) return [];
      const acts = (byType.get(kind.type) ?? []).filter((act) => only?.includes(act) ?? true);
      // Acts for which the table says the very same are judged once.
      const verdicts = new Map<Permission | undefined, Promise<Verdict>>();
      return Promise.all(acts.map(async (act) => {
        const known = verdicts.get(permissions[act]);
        const verdict = known ?? walkedTogether(context, judged({ permissions, kinds, viewer: context.viewer }, { act, kind, row: { ...record } }));
        if (known === undefined) verdicts.set(permissions[act], verdict);
        const answer = await verdict;
        return { act, allowed: answer.allowed, reason: answer.allowed ? null : answer.reason };
      }));
    }
  }
  return ViewerCanResolver;
}
