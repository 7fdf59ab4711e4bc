import { getNamedType, getNullableType, isInputObjectType, isListType, type GraphQLArgument, type GraphQLInputType } from "graphql";
import { readFinancialYear } from "../../kernel/financial-year.ts";
import { readMoney, type MoneyInput } from "../../kernel/money.ts";
import type { Problem } from "../../kernel/problem.ts";
import { readPartialDate, type PartialDateInput } from "../../kernel/read-partial-date.ts";
import { readQuantity, type QuantityInput } from "../../kernel/read-quantity.ts";
import { readWords } from "../../ledger/column.ts";
import { Problems, type Path } from "./ruled.ts";
import { MOST_IN_TEXT, tooLongText } from "./texts.ts";

/** A place in what was sent that can be judged without the rest. */
export interface Place {
  readonly path: Path;
  /** The record that is named there. */
  readonly id?: string;
  /** What is wrong with the value that stands there. */
  readonly problems: readonly Problem[];
}

type Read = (wrong: Problems, value: unknown, path: Path) => void;

const gathered = <Value>(read: (value: Value) => unknown): Read => (wrong, value, path) => {
  // oxlint-disable-next-line no-unsafe-type-assertion -- what was sent is of the type under which its reading stands
  wrong.gather(() => read(value as Value), path);
};

const text = gathered<string>(readWords);

/** How values are read, by the types of the schema. */
const byType: Readonly<Record<string, Read>> = {
  PartialDateInput: gathered<PartialDateInput>(readPartialDate),
  MoneyInput: gathered<MoneyInput>(readMoney),
  QuantityInput: gathered<QuantityInput>(readQuantity),
  String: (wrong, value, path) => {
    text(wrong, value, path);
    wrong.add(tooLongText(value, MOST_IN_TEXT, path));
  },
};

/** The text in which a quote is looked up is not kept. It has some words, and is otherwise as its source is, and as long. */
const sourceText = gathered<string>((value) => value.trim() !== "" || readWords(value));

/** Texts that are more than words, by the names of their fields. */
const byName: Readonly<Record<string, Read>> = { financialYear: gathered<string>(readFinancialYear) };

/** What an act says of itself has a reader of its own, and what a record of a list is called is no text of it. */
const NOT_READ: ReadonlySet<string> = new Set(["reason", "as"]);

/** Every place in what a mutation was sent where a record is named, or a value stands that cannot be read. */
export function placesIn(args: readonly GraphQLArgument[], sent: Readonly<Record<string, unknown>>): Place[] {
  return args.flatMap(({ name, type }) => (NOT_READ.has(name) ? [] : within(type, sent[name], [name])));
}

function within(type: GraphQLInputType, sent: unknown, path: Path): Place[] {
  if (sent === null || sent === undefined) return [];
  const nullable = getNullableType(type);
  if (isListType(nullable)) return Array.isArray(sent) ? sent.flatMap((item: unknown, index) => within(nullable.ofType, item, [...path, index])) : [];
  const named = getNamedType(nullable);
  // A record of the same list, which is told by the act.
  if (named.name === "ID") return typeof sent === "string" && !sent.startsWith("@") ? [{ path, id: sent, problems: [] }] : [];
  const read = isSourceText(path) ? sourceText : (byName[String(path.at(-1))] ?? byType[named.name]);
  if (read !== undefined) return unreadable(read, sent, path);
  if (!isInputObjectType(named)) return [];
  const values = new Map(Object.entries(sent));
  return Object.values(named.getFields()).flatMap((field) => (NOT_READ.has(field.name) ? [] : within(field.type, values.get(field.name), [...path, field.name])));
}

function isSourceText(path: Path): boolean {
  return path[0] === "citations" && path.at(-1) === "text";
}

function unreadable(read: Read, sent: unknown, path: Path): Place[] {
  const wrong = new Problems();
  read(wrong, sent, path);
  return wrong.all().length === 0 ? [] : [{ path, problems: wrong.all() }];
}
