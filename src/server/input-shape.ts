import { Kind, type ValueNode } from "graphql";

/** How deep and how long a value sent to the server is, whether written in a document or sent as a variable. */
export interface InputShape {
  /** Lists and objects within one another; a plain value is 0 deep. */
  readonly depth: number;
  readonly longestList: number;
}

export const flat: InputShape = { depth: 0, longestList: 0 };

export function larger(one: InputShape, other: InputShape): InputShape {
  return { depth: Math.max(one.depth, other.depth), longestList: Math.max(one.longestList, other.longestList) };
}

/** Recursion is safe here: the parser has been as deep. */
export function shapeOfLiteral(value: ValueNode): InputShape {
  if (value.kind === Kind.LIST) return around(value.values.map(shapeOfLiteral), value.values.length);
  if (value.kind === Kind.OBJECT) return around(value.fields.map((field) => shapeOfLiteral(field.value)), 0);
  return flat;
}

function around(parts: readonly InputShape[], length: number): InputShape {
  const within = parts.reduce(larger, flat);
  return { depth: within.depth + 1, longestList: Math.max(within.longestList, length) };
}

/** Walks without recursion: 256 kB of brackets parse as JSON, and would be deeper than the stack. */
export function shapeOfVariables(variables: Readonly<Record<string, unknown>>): InputShape {
  let shape = flat;
  let level: readonly unknown[] = Object.values(variables);
  for (let depth = 1; level.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== "object" || value === null) continue;
      shape = larger(shape, { depth, longestList: Array.isArray(value) ? value.length : 0 });
      for (const part of Object.values(value)) next.push(part);
    }
    level = next;
  }
  return shape;
}
