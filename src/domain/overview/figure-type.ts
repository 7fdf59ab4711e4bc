import { Args, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { PageArgs } from "../../api/list/connection.ts";
import type { Connection, PageAsked } from "../../api/page.ts";
import type { Figure } from "./figure.ts";

/** The type of figures over one type of record: a count, and the list that it is the count of. */
export function figureType(name: string, connection: () => object, description: string) {
  @ObjectType(`${name}Figure`, { description })
  class FigureType {
    @Field(() => Int, { description: "How many: always the totalCount of records." })
    declare readonly count: number;
  }

  @Resolver(() => FigureType)
  class FigureResolver {
    @FieldResolver(connection, { description: "What is counted: open it to find the sources behind the number." })
    records(@Root() figure: Figure<unknown>, @Args(() => PageArgs) request: PageAsked): Connection<unknown> {
      return figure.page(request);
    }
  }
  return { FigureType, FigureResolver };
}
