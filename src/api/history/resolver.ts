import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { isId } from "../../kernel/identity.ts";
import { sayMoney, type Money } from "../../kernel/money.ts";
import type { PartialDate } from "../../kernel/partial-date.ts";
import { sayPartialDate } from "../../kernel/say-partial-date.ts";
import { sayQuantity } from "../../kernel/say-quantity.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Json } from "../../ledger/entry.ts";
import { canonical } from "../../ledger/seal.ts";
import type { Context } from "../context.ts";
import { fieldOf } from "../field.ts";
import { pageOf, type Connection } from "../page.ts";
import { RecordInterface, type AnyRecord, type RecordRow } from "../record.ts";
import { isQuantity, quantityFor } from "../small-number.ts";
import { historyOf, type FieldChange, type HistoryEntry } from "./history.ts";
import { FieldChangeType, HistoryArgs, HistoryConnection } from "./type.ts";

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
    async before(@Ctx() context: Context, @Root() change: FieldChange): Promise<string | null> {
      return plain(context, change, change.before);
    }

    @FieldResolver(() => String, { nullable: true, description: "What stands there from then on, said in the same way." })
    async after(@Ctx() context: Context, @Root() change: FieldChange): Promise<string | null> {
      return plain(context, change, change.after);
    }
  }

  /** A stored value as somebody would say it. Nobody learns here what the gate keeps from them elsewhere. */
  async function plain(context: Context, { systemId }: FieldChange, value: Json): Promise<string | null> {
    if (value === null) return null;
    if (isId(value)) return (await record(context, value)) === null ? null : value;
    if (isQuantity(value)) return sayQuantity(quantityFor(context, { systemId }, value));
    if (typeof value !== "object") return String(value);
    if (Array.isArray(value)) return value.map(String).join(", ");
    // Which of the values it is, its parts tell: a date has days, an amount has pence.
    // oxlint-disable no-unsafe-type-assertion -- see above
    if ("edtf" in value) return sayPartialDate(value as unknown as PartialDate);
    if ("pence" in value) return sayMoney(value as unknown as Money);
    // oxlint-enable no-unsafe-type-assertion
    // What is left are the reasons for which fields are empty.
    return Object.entries(value).map(([column, reason]) => `${fieldOf(column)}: ${typeof reason === "string" ? reason : canonical(reason)}`).join(", ");
  }

  return [RecordHistoryResolver, FieldChangeResolver];
}
