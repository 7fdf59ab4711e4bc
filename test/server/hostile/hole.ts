import { getNamedType, getNullableType, isEnumType, isInputObjectType, isListType, type GraphQLInputType } from "graphql";

/** Where in what is sent the hostile value goes: JSON and literals are written around it, as it may be what neither can be made of by right means. */
export const HOLE = "«here»";

/** A value as it is sent: as JSON among variables, and as it is written in a document; null where it cannot be written there. */
export interface Written {
  readonly json: string;
  readonly literal: string | null;
}

/** Any value that JSON has, written both ways. */
export function written(value: unknown): Written {
  return { json: JSON.stringify(value), literal: literalOf(value) };
}

/** What is sent around the hole, with a value in it, as JSON. */
export function filledJson(around: unknown, { json }: Written): string {
  return JSON.stringify(around).replace(JSON.stringify(HOLE), () => json);
}

/** The same as it is written in a document: enums are words there, so its type is needed. */
export function filledLiteral(around: unknown, type: GraphQLInputType, literal: string): string {
  return literalOf(around, type).replace(JSON.stringify(HOLE), () => literal);
}

function literalOf(value: unknown, type?: GraphQLInputType): string {
  if (Array.isArray(value)) return `[${value.map((item: unknown) => literalOf(item, itemOf(type))).join(" ")}]`;
  if (typeof value === "object" && value !== null) return `{${Object.entries(value).map(([name, part]) => `${name}: ${literalOf(part, fieldOf(type, name))}`).join(" ")}}`;
  const isWord = typeof value === "string" && value !== HOLE && type !== undefined && isEnumType(getNamedType(type));
  return isWord ? value : JSON.stringify(value);
}

function itemOf(type: GraphQLInputType | undefined): GraphQLInputType | undefined {
  const nullable = type === undefined ? undefined : getNullableType(type);
  return nullable !== undefined && isListType(nullable) ? nullable.ofType : type;
}

function fieldOf(type: GraphQLInputType | undefined, name: string): GraphQLInputType | undefined {
  const named = type === undefined ? undefined : getNamedType(type);
  return named !== undefined && isInputObjectType(named) ? named.getFields()[name]?.type : undefined;
}
