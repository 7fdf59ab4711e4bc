import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import { maySee } from "../../../api/access/audience.ts";
import { reading, type Context } from "../../../api/context.ts";
import { distinct } from "../../../api/loaders.ts";
import { RecordInterface, type AnyRecord, type RecordRow } from "../../../api/record.ts";
import { externalReferenceReadings } from "./board-reading.ts";
import { externalReferenceFlatTables } from "./flat-tables.ts";
import { referencesOf } from "./loaders.ts";
import { externalReferenceStandards } from "./standards.ts";
import { calledInList } from "./store.ts";
import { externalReferenceKind, type externalReferences } from "./table.ts";
import { ExternalReferenceType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof externalReferences.$inferSelect;

@Resolver(() => RecordInterface)
class RecordReferencesResolver {
  @FieldResolver(() => [ExternalReferenceType], { description: "What lists of others call this record, by list: what an import that was sent with references leaves behind." })
  references(@Ctx() context: Context, @Root() record: RecordRow): Soon<readonly Row[]> {
    return referencesOf(context, record.id);
  }
}

/** The class that finds records of whatever kind by what a list calls them, and says of a reference whose it is. */
// oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql takes resolver classes as functions
function subjectResolver(record: AnyRecord): Function {
  @Resolver(() => ExternalReferenceType)
  class SubjectResolver {
    @FieldResolver(() => RecordInterface, { nullable: true, description: "The record. Null where it was removed, or this viewer may not see it." })
    subject(@Ctx() context: Context, @Root() { subjectId }: Row): Soon<RecordRow | null> {
      return record(context, subjectId);
    }

    @Query(() => [RecordInterface], { description: "The records that somebody's own list calls so, as far as this viewer may see them: one of each type at most." })
    async recordsByReference(
      @Ctx() context: Context,
      @Arg("list", () => String, { description: "What the list is called." }) list: string,
      @Arg("reference", () => String, { description: "What the record is called there." }) reference: string,
    ): Promise<readonly RecordRow[]> {
      const found = calledInList.all(reading(context), { list, reference }).filter((row) => maySee(context.viewer, row));
      return distinct(context, record, found.map(({ subjectId }) => subjectId));
    }
  }
  return SubjectResolver;
}

export const externalReference: Concept = {
  kinds: [externalReferenceKind], readings: externalReferenceReadings, flatTables: externalReferenceFlatTables, standards: externalReferenceStandards,
  resolvers: [RecordReferencesResolver], resolversOver: (record) => [subjectResolver(record)],
};
