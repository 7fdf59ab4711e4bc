import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import { sentenceWith, typeWords } from "../../kernel/type-words.ts";
import { CertaintyEnum } from "../value/value-status.ts";

@ObjectType("PageInfo", { description: "Where a page stands in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether there is more after this page." })
  declare readonly hasNextPage: boolean;

  @Field(() => Boolean, { description: "Whether there is more before it. Of a page that continues from a cursor: always." })
  declare readonly hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first record; null where there is none." })
  declare readonly startCursor: string | null;

  @Field(() => String, { nullable: true, description: "Cursor of the last record: hand it to after to read on." })
  declare readonly endCursor: string | null;
}

/** Which page of a list; every list takes these. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: "How many from the beginning, 1 to 100; 50 unless given." })
  declare readonly first?: number | null;

  @Field(() => String, { nullable: true, description: "Begin after this cursor." })
  declare readonly after?: string | null;

  @Field(() => Int, { nullable: true, description: "How many from the end, 1 to 100." })
  declare readonly last?: number | null;

  @Field(() => String, { nullable: true, description: "End before this cursor." })
  declare readonly before?: string | null;
}

/** A page of one type of record. Where its list can be searched by dates, each edge says how sure its hit is. */
export function connectionOf(name: string, node: () => object, options: { readonly dated?: boolean } = {}): () => object {
  @ObjectType(`${name}Edge`, { description: `${sentenceWith(name)} in a list, and where it stands there.` })
  class Edge {
    @Field(() => String, { description: "Where it stands: hand it to after or before." })
    declare readonly cursor: string;

    @Field(node, { description: `The ${typeWords(name)}.` })
    declare readonly node: object;
  }
  if (options.dated === true) {
    const certainty = { nullable: true, description: "How sure it is that this falls in the window that was asked for. Null where none was." };
    Field(() => CertaintyEnum, certainty)(Edge.prototype, "certainty");
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name} records.` })
  class Connection {
    @Field(() => [Edge], { description: "The same, each with its cursor." })
    declare readonly edges: readonly Edge[];

    @Field(() => [node()], { description: "The records of this page." })
    declare readonly nodes: readonly object[];

    @Field(() => PageInfo, { description: "Where this page stands." })
    declare readonly pageInfo: PageInfo;

    @Field(() => Int, { description: "How many there are in the whole list. Counted only when asked for." })
    declare readonly totalCount: number;
  }
  return () => Connection;
}
