import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RecordKind } from "../../ledger/concept.ts";
import type { StoredValue } from "../../ledger/value-kind.ts";
import type { Context } from "../context.ts";
import { pageOf, type Connection } from "../page.ts";
import { RecordInterface, type AnyRecord, type RecordRow } from "../record.ts";
import { shownTo } from "../value/small-number.ts";
import { sayValue } from "../value/say-value.ts";
import { historyOf, type FieldChange, type HistoryEntry } from "./history.ts";
import { FieldChangeType, HistoryArgs, HistoryConnection } from "./type.ts";
import type { Soon } from "../soon.ts";

/** The classes that resolve what was done to a record. */
// oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql takes resolver classes as functions
export function historyResolvers(record: AnyRecord, kinds: readonly RecordKind[]): Function[] {
  const byType = new Map(kinds.map((kind) => [kind.type, kind]));

  @Resolver(() => RecordInterface)
  class RecordHistoryResolver {
    @FieldResolver(HistoryConnection, { description: "The acts that touched it, the newest first: who, when and why, and each field before and after. What it said while it was not for this viewer is left out." })
    async history(@Ctx() context: Context, @Root() { id }: RecordRow, @Args(() => HistoryArgs) { acts, ...request }: HistoryArgs): Promise<Connection<HistoryEntry>> {
      const entries = await historyOf(context, byType, id);
      return pageOf(entries.filter(({ act }) => acts?.includes(act) ?? true), ({ entry }) => -entry, request);
    }
  }

  @Resolver(() => FieldChangeType)
  class FieldChangeResolver {
    @FieldResolver(() => String, { nullable: true, description: "In plain words, what stood there before; an id where it pointed at a record. Null where it was empty, or where this viewer may not see it." })
    before(@Ctx() context: Context, @Root() change: FieldChange): Soon<string | null> {
      return plain(context, change, change.before);
    }

    @FieldResolver(() => String, { nullable: true, description: "What stands there from then on, said in the same way." })
    after(@Ctx() context: Context, @Root() change: FieldChange): Soon<string | null> {
      return plain(context, change, change.after);
    }
  }

  /** Nobody learns here what the gate keeps from them elsewhere. */
  async function plain(context: Context, { systemId }: FieldChange, value: StoredValue | null): Promise<string | null> {
    if (value === null || (value.kind === "RECORD" && (await record(context, value.value)) === null)) return null;
    return sayValue(shownTo(context, { systemId }, value));
  }

  return [RecordHistoryResolver, FieldChangeResolver];
}
