import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { connectionOf } from "../../../api/list/connection.ts";
import type { Context } from "../../../api/context.ts";
import { columnOf, fieldOf } from "../../../api/field.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { page, type Connection, type PageRequest } from "../../../api/page.ts";
import { RecordInterface, type RecordRow } from "../../../api/record.ts";
import { withheldColumns } from "../../../api/value/small-number.ts";
import { prefixOf } from "../../../kernel/identity.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import { sourceReadings } from "./board-reading.ts";
import { sourceFlatTables } from "./flat-tables.ts";
import { SourceFilter, SourceOrderEnum } from "./inputs.ts";
import { sourceById } from "./loaders.ts";
import { provenanceOf, provenanceOfField, withoutWords, type Provenance } from "./provenance.ts";
import { sourceListing } from "./store.ts";
import { sourceKind, type sources } from "./table.ts";
import { ProvenanceType, SourceType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof sources.$inferSelect;

const SourceConnection = connectionOf("Source", () => SourceType, { dated: true });
const SourcesArgs = listArgs(() => SourceFilter, SourceOrderEnum, "TITLE");

@Resolver(() => SourceType)
class SourceResolver {
  @Query(SourceConnection, { description: "Documents and registers that facts were read from." })
  sources(@Ctx() context: Context, @Args(SourcesArgs) request: PageRequest<SourceFilter>): Connection<Row> {
    return page(context, sourceListing, request);
  }

  @foundById()
  @Query(() => SourceType, { nullable: true, description: "A source by its id. Null where there is none." })
  source(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return sourceById(context, id);
  }
}

/** The class that says of records of these kinds where they come from. */
// oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql takes resolver classes as functions
function provenanceResolver(kinds: readonly RecordKind[]): Function {
  const byPrefix = new Map(kinds.map((kind) => [kind.prefix, kind]));
  const withheldIn = (context: Context, record: RecordRow): readonly string[] => {
    const kind = byPrefix.get(prefixOf(record.id));
    return kind === undefined ? [] : withheldColumns(context, kind, record);
  };

  @Resolver(() => RecordInterface)
  class RecordProvenanceResolver {
    @FieldResolver(() => [ProvenanceType], {
      description: "Where this record comes from, the newest entry first. Of one field: the act that last set it, with the words that it rests on.",
    })
    async provenance(
      @Ctx() context: Context,
      @Root() record: RecordRow,
      @Info() { parentType }: GraphQLResolveInfo,
      @Arg("field", () => String, { nullable: true, description: "Name of a field that holds a value or points at one record." }) field: string | null | undefined,
    ): Promise<readonly Provenance[]> {
      const name = field === null || field === undefined ? null : fieldOf(columnOf(record, field, parentType));
      const withheld = withheldIn(context, record);
      const all = (await provenanceOf(context, record.id)).map((provenance) => withoutWords(provenance, withheld));
      return name === null ? all : provenanceOfField(all, name);
    }
  }
  return RecordProvenanceResolver;
}

@Resolver(() => ProvenanceType)
class ProvenanceResolver {
  @FieldResolver(() => SourceType, { nullable: true, description: "The source. Null where the act cited none, or one that this viewer may not see." })
  source(@Ctx() context: Context, @Root() provenance: Provenance): Soon<Row | null> {
    return sourceById(context, provenance.sourceId);
  }

  @FieldResolver(() => String, { nullable: true, description: "At most 15 words of the source. Null where it has no text to quote, where it may not be seen, or where the words say a count that this viewer is not shown." })
  async quote(@Ctx() context: Context, @Root() { sourceId, quote }: Provenance): Promise<string | null> {
    return (await sourceById(context, sourceId)) === null ? null : quote;
  }
}

export const source: Concept = { kinds: [sourceKind], readings: sourceReadings, flatTables: sourceFlatTables, resolvers: [SourceResolver, ProvenanceResolver], resolversOver: (_, kinds) => [provenanceResolver(kinds)] };
