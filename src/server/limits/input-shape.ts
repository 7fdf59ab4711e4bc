import { Kind, type ValueNode } from "graphql";
import { isBrokenText } from "../../kernel/plain-text.ts";

/** How deep and how long a value sent to the server is, whether written in a document or sent as a variable. */
export interface InputShape {
  /** Lists and objects within one another; a plain value is 0 deep. */
  readonly depth: number;
  readonly longestList: number;
  /** Whether a text in it holds NUL, or half of a character that takes two: nothing that anybody wrote does. */
  readonly hasBrokenText: boolean;
}

export const flat: InputShape = { depth: 0, longestList: 0, hasBrokenText: false };

const broken: InputShape = { ...flat, hasBrokenText: true };

export function larger(one: InputShape, other: InputShape): InputShape {
  return { depth: Math.max(one.depth, other.depth), longestList: Math.max(one.longestList, other.longestList), hasBrokenText: one.hasBrokenText || other.hasBrokenText };
}

/** Recursion is safe here: the parser has been as deep. */
export function shapeOfLiteral(value: ValueNode): InputShape {
  if (value.kind === Kind.LIST) return around(value.values.map(shapeOfLiteral), value.values.length);
  if (value.kind === Kind.OBJECT) return around(value.fields.map((field) => shapeOfLiteral(field.value)), 0);
  return value.kind === Kind.STRING && isBrokenText(value.value) ? broken : flat;
}

function around(parts: readonly InputShape[], length: number): InputShape {
  const within = parts.reduce(larger, flat);
  return { ...within, depth: within.depth + 1, longestList: Math.max(within.longestList, length) };
}

/** Walks without recursion: 256 kB of brackets parse as JSON, and would be deeper than the stack. */
export function shapeOfVariables(variables: Readonly<Record<string, unknown>>): InputShape {
  let shape = flat;
  let level: readonly unknown[] = Object.values(variables);
  for (let depth = 1; level.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value === "string" && isBrokenText(value)) shape = larger(shape, broken);
      if (typeof value !== "object" || value === null) continue;
      shape = larger(shape, { ...flat, depth, longestList: Array.isArray(value) ? value.length : 0 });
      for (const part of Object.values(value)) next.push(part);
    }
    level = next;
  }
  return shape;
}
