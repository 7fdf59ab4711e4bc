import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Field, FieldResolver, ID, Info, Int, InterfaceType, ObjectType, Resolver, Root } from "type-graphql";
import { prefixOf } from "../kernel/identity.ts";
import type { ValueStatus } from "../kernel/value-status.ts";
import type { Gaps } from "../ledger/column.ts";
import type { RecordKind } from "../ledger/concept.ts";
import { valueIn } from "../ledger/value-kind.ts";
import { audiences, type Guarded } from "./access/audience.ts";
import type { Context } from "./context.ts";
import { enumOf } from "./value/enum.ts";
import { columnOf, fieldOf } from "./field.ts";
import type { One } from "./loaders.ts";
import { shownTo } from "./value/small-number.ts";
import { statusOf } from "./value/status-of.ts";
import { ValueStatusEnum } from "./value/value-status.ts";

/** What every row of a record has. */
export interface RecordRow extends Guarded {
  readonly id: string;
  readonly version: number;
  readonly gaps: Gaps;
  /** Null stands for no, as in every record that was written before there were examples. */
  readonly isExample?: boolean | null;
}

/** Any record by its id, whatever kind it is of. */
export type AnyRecord = One<RecordRow>;

export const AudienceEnum = enumOf("Audience", "Who a record is for.", audiences, {
  PUBLIC: "Everybody.",
  MEMBERS: "Members of its system.",
  DRAFT: "Its leads and office, until it is ready.",
});

@ObjectType("Gap", { description: "A field without a value, and why." })
class Gap {
  @Field(() => String, { description: "The field's name." })
  declare readonly field: string;

  @Field(() => ValueStatusEnum, { description: "Why it has none; never KNOWN." })
  declare readonly status: string;
}

@InterfaceType("Node", { description: "Something with an id." })
export abstract class NodeInterface {
  @Field(() => ID, { description: "Stable for ever and never used again; the letters before the underscore tell the kind." })
  declare readonly id: string;
}

@InterfaceType("Record", { implements: NodeInterface, description: "What every record of the programme has. Where nothing is said of the order of a list of records, they come by id: always in the same order." })
export abstract class RecordInterface extends NodeInterface {
  @Field(() => Int, { description: "How many times it was changed, from 1: send it back as expectedVersion when changing the record." })
  declare readonly version: number;

  @Field(() => AudienceEnum, { description: "Who it is for." })
  declare readonly audience: string;
}

/** The class that resolves what every record has. */
// oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql takes resolver classes as functions
export function recordResolver(record: AnyRecord, kinds: readonly RecordKind[]): Function {
  const tables = new Map(kinds.map(({ prefix, table }) => [prefix, table]));

  @Resolver(() => RecordInterface)
  class RecordResolver {
    @FieldResolver(() => [Gap], { description: "The fields that are empty for a known reason. An empty field that is not listed is UNKNOWN: nobody has looked. Dates, amounts and counts are not listed: each has a status of its own." })
    gaps(@Root() { gaps }: RecordRow): { field: string; status: string }[] {
      return Object.entries(gaps).map(([column, status]) => ({ field: fieldOf(column), status }));
    }

    @FieldResolver(() => Boolean, { description: "Whether it is, wholly or in part, made up to show how the tracker works. Say so wherever it is shown." })
    isExample(@Root() { isExample }: RecordRow): boolean {
      return isExample === true;
    }

    @FieldResolver(() => ValueStatusEnum, { description: "Whether a field of this record is known, and if not, why: KNOWN, NOT_STATED, UNKNOWN and so on; WITHHELD where it points at a record that this viewer may not see, or holds a count too small for them. Refuses the name of a field that this type does not have." })
    async valueStatus(
      @Ctx() context: Context,
      @Root() row: RecordRow,
      @Info() { parentType }: GraphQLResolveInfo,
      @Arg("field", () => String, { description: "A field that holds a value or points at one record." }) field: string,
    ): Promise<ValueStatus> {
      const column = columnOf(row, field, parentType);
      const table = tables.get(prefixOf(row.id));
      const stored = table === undefined ? null : valueIn(table, column, new Map<string, unknown>(Object.entries(row)).get(column));
      if (stored?.kind === "RECORD" && column !== "id" && (await record(context, stored.value)) === null) return "WITHHELD";
      return statusOf(stored && shownTo(context, row, stored), row.gaps[column]);
    }
  }
  return RecordResolver;
}
