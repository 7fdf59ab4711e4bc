import { ArgsType, Field } from "type-graphql";
import { PageArgs } from "./connection.ts";

/** The arguments of a list: a filter, an order, a page. */
export function listArgs(filter: () => object, order: Readonly<Record<string, string>>, usual: string): () => object {
  @ArgsType()
  class ListArgs extends PageArgs {
    @Field(filter, { nullable: true, description: "Only records for which all of this holds." })
    declare readonly filter?: object | null;

    @Field(() => order, { defaultValue: usual, description: "What the list is sorted by; ties are broken by id." })
    declare readonly orderBy: string;
  }
  return () => ListArgs;
}

