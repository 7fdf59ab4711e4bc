import { GraphQLError, GraphQLScalarType } from "graphql";
import { readDay } from "../../kernel/day.ts";
import { readInstant } from "../../kernel/instant.ts";
import { Refusal } from "../../kernel/problem.ts";

/** A scalar that is read as the kernel reads it, and is refused where that refuses; the same from a document and from a variable. */
export function scalarOf<Value>(name: string, description: string, read: (value: unknown) => Value): GraphQLScalarType<Value> {
  return new GraphQLScalarType({
    name,
    description,
    parseValue: (value) => {
      try {
        return read(value);
      } catch (error) {
        if (error instanceof Refusal) throw new GraphQLError(error.message);
        throw error;
      }
    },
  });
}

function textScalar(name: string, description: string, read: (text: string) => string): GraphQLScalarType<string> {
  return scalarOf(name, description, (value) => {
    if (typeof value !== "string") throw new GraphQLError(`${name} is written as text.`);
    return read(value);
  });
}

export const DayScalar = textScalar("Day", "A real calendar day, as 2024-07-05.", readDay);

export const InstantScalar = textScalar("Instant", "A moment in UTC, as 2024-07-05T11:00:00.000Z.", readInstant);
