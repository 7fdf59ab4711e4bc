import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { readDay } from "../kernel/day.ts";
import { Refusal } from "../kernel/problem.ts";

/** A scalar that is text, and is refused where it does not read. */
function textScalar(name: string, description: string, read: (text: string) => string): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value !== "string") throw new GraphQLError(`${name} is written as text.`);
    try {
      return read(value);
    } catch (error) {
      if (error instanceof Refusal) throw new GraphQLError(error.message);
      throw error;
    }
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: String,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
  });
}

export const DayScalar = textScalar("Day", "A real calendar day, as 2024-07-05.", readDay);

export const InstantScalar = textScalar("Instant", "A moment in UTC, as 2024-07-05T11:00:00.000Z.", (text) => {
  const instant = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text) || Number.isNaN(instant.getTime())) {
    throw new GraphQLError("A moment is written as 2024-07-05T11:00:00.000Z.");
  }
  return instant.toISOString();
});
