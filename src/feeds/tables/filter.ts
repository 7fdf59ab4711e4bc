import { coerceInputValue, getNamedType, getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputField, type GraphQLInputObjectType } from "graphql";
import { refusal } from "../../kernel/problem.ts";
import { quoted } from "../../kernel/quoted.ts";
import type { Parameter } from "./table.ts";

/** A filter of the graph's list in the query of an address: due.from=2024-04-01&status=MET,NOT_MET. */

/** What a filter may be asked, one parameter for each field: those of an input within it have its name and a dot before theirs. */
export function parametersOf(filter: GraphQLInputObjectType): Parameter[] {
  return fieldsIn(filter).map(({ name, field }) => {
    const type = getNamedType(field.type);
    const codes = isEnumType(type) ? type.getValues().map(({ name: code, description }) => ({ code, meaning: description ?? "" })) : [];
    return { name, description: field.description ?? "", type: TYPES[type.name] ?? "TEXT", codes, isList: isList(field) };
  });
}

const TYPES: Readonly<Record<string, Parameter["type"]>> = { Day: "DAY", Int: "WHOLE_NUMBER", Boolean: "YES_OR_NO" };

/** The filter that these parameters are, checked as the graph checks it; null where none of them is given. Refuses what it cannot take, and says which parameter that is. */
export function filterIn(query: URLSearchParams, filter: GraphQLInputObjectType): unknown {
  const asked = fieldsIn(filter).filter(({ name }) => query.has(name));
  if (asked.length === 0) return null;
  const value: Record<string, unknown> = {};
  for (const { name, field } of asked) put(value, name.split("."), valueIn(query.getAll(name), name, field));
  return coerceInputValue(value, filter, (path, sent, error) => {
    const name = path.filter((step) => typeof step === "string").join(".");
    throw refusal("INVALID_PARAMETER", `${name} is ${typeof sent === "string" ? quoted(sent) : "not whole"}. ${error.message.replace(/ ?Did you mean .*$/s, "")}`, [name]);
  });
}

interface NamedField {
  readonly name: string;
  readonly field: GraphQLInputField;
}

function fieldsIn(filter: GraphQLInputObjectType, before = ""): NamedField[] {
  return Object.values(filter.getFields()).flatMap((field) => {
    const name = `${before}${field.name}`;
    const type = getNullableType(field.type);
    return isInputObjectType(type) ? fieldsIn(type, `${name}.`) : [{ name, field }];
  });
}

function valueIn(texts: readonly string[], name: string, field: GraphQLInputField): unknown {
  if (isList(field)) return texts.flatMap((text) => text.split(",")).map((text) => scalarIn(text.trim(), name, field));
  const [text = "", ...others] = texts;
  if (others.length > 0) throw refusal("INVALID_PARAMETER", `${name} is given ${texts.length} times, and takes one value.`, [name]);
  return scalarIn(text, name, field);
}

function scalarIn(text: string, name: string, field: GraphQLInputField): unknown {
  const type = getNamedType(field.type);
  if (type.name === "Boolean") {
    if (text !== "true" && text !== "false") throw refusal("INVALID_PARAMETER", `${name} is ${quoted(text)}. It takes true or false.`, [name]);
    return text === "true";
  }
  if (type.name === "Int") {
    if (!/^-?\d{1,9}$/.test(text)) throw refusal("INVALID_PARAMETER", `${name} is ${quoted(text)}. It takes a whole number.`, [name]);
    return Number(text);
  }
  if (isEnumType(type) && type.getValue(text) === undefined) {
    throw refusal("INVALID_PARAMETER", `${name} is ${quoted(text)}. It takes ${type.getValues().map((each) => each.name).join(", ")}.`, [name]);
  }
  return text;
}

function isList({ type }: GraphQLInputField): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

function put(into: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name = "", ...rest] = path;
  if (rest.length === 0) into[name] = value;
  else {
    const inside = into[name];
    const held: Record<string, unknown> = isPlain(inside) ? inside : {};
    put(held, rest, value);
    into[name] = held;
  }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
