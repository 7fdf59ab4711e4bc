import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../api/context.ts";
import { fieldOf } from "../../api/field.ts";
import { RecordInterface, type AnyRecord, type RecordRow } from "../../api/record.ts";
import type { claims } from "./table.ts";
import { ClaimType } from "./type.ts";
import type { Soon } from "../../api/soon.ts";

type Row = typeof claims.$inferSelect;

/** The class that resolves what a claim is about: a record of whatever kind. */
// oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql takes resolver classes as functions
export function recordClaimResolver(record: AnyRecord): Function {
  @Resolver(() => ClaimType)
  class ClaimRecordResolver {
    @FieldResolver(() => RecordInterface, { nullable: true, description: "The record that it is about. Null where it is about nothing else in the graph, or about a record that the viewer may not see: valueStatus tells which." })
    record(@Ctx() context: Context, @Root() claim: Row): Soon<RecordRow | null> {
      return record(context, claim.recordId);
    }

    @FieldResolver(() => String, { nullable: true, description: "The name of the field of that record. Null where it is about the record as a whole, or about none." })
    field(@Root() claim: Row): string | null {
      return claim.field === null ? null : fieldOf(claim.field);
    }
  }
  return ClaimRecordResolver;
}
