import {
  getNamedType, GraphQLID, GraphQLInputObjectType, GraphQLList, GraphQLNonNull, GraphQLString, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, isScalarType,
  type GraphQLInputFieldConfig, type GraphQLInputType, type GraphQLOutputType, type GraphQLSchema,
} from "graphql";
import type { Column } from "drizzle-orm";
import { oneOfType, sentenceWith } from "../../kernel/type-words.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import { storedColumns } from "../../ledger/graph.ts";
import { fieldOf } from "../field.ts";

/** What is written where the schema reads one of these. */
const VALUES: Readonly<Record<string, string>> = { PartialDate: "PartialDateInput", Money: "MoneyInput", Quantity: "QuantityInput", Gap: "GapInput" };

/** What the tracker itself says of a record. */
const NOT_SENT: ReadonlySet<string> = new Set(["id", "version", "isExample"]);

/** What of a record can be sent: its own columns, each by its field in the schema, of the type that it is read as. */
export function recordInput(schema: GraphQLSchema, kind: RecordKind, use: "RECORD" | "AMEND"): GraphQLInputObjectType {
  const columns = storedColumns(kind.table).filter(({ name }) => !NOT_SENT.has(name));
  return new GraphQLInputObjectType({
    name: use === "RECORD" ? `${kind.type}Input` : `${kind.type}Changes`,
    description: use === "RECORD" ? `${sentenceWith(kind.type)} to be recorded.` : `What of ${oneOfType(kind.type)} is to be changed: only the fields that are given. Null empties a field.`,
    fields: () => Object.fromEntries(columns.map((column): [string, GraphQLInputFieldConfig] => [fieldOf(column.name), inputField(schema, kind, column, use)])),
  });
}

function inputField(schema: GraphQLSchema, kind: RecordKind, column: Column, use: "RECORD" | "AMEND"): GraphQLInputFieldConfig {
  const type = schema.getType(kind.type);
  const output = isObjectType(type) ? type.getFields()[fieldOf(column.name)] : undefined;
  const written = output === undefined ? plainType(column) : inputType(schema, column, output.type);
  const isNeeded = use === "RECORD" && column.notNull && column.defaultFn === undefined && column.name !== "audience";
  const note = isReference(column) ? " The id of one that is there, or @ and the name of one in the same list." : "";
  return { type: isNeeded ? new GraphQLNonNull(written) : written, description: `${WORDS[column.name] ?? asWritten(output?.description ?? `Its ${column.name}.`)}${note}` };
}

/** Why something is not known is read in one place and said in another. */
function asWritten(description: string): string {
  return description.replaceAll("see valueStatus", "say why in gaps");
}

const WORDS: Readonly<Record<string, string>> = {
  audience: "Who it is for. Of a new record unless given: whoever what it is part of is for; everybody where it is part of nothing.",
  systemId: "The system that it belongs to. A record that is part of another belongs where that does: leave it out. One that is part of nothing needs it, as roles are held for systems.",
  gaps: "The fields that are empty for a known reason, all of them.",
};

function inputType(schema: GraphQLSchema, column: Column, output: GraphQLOutputType): GraphQLInputType {
  if (isNonNullType(output)) return inputType(schema, column, output.ofType);
  if (isListType(output)) return new GraphQLList(new GraphQLNonNull(inputType(schema, column, output.ofType)));
  const named = getNamedType(output);
  if (isScalarType(named) || isEnumType(named)) return named;
  const value = schema.getType(VALUES[named.name] ?? "");
  return isInputObjectType(value) ? value : plainType(column);
}

function plainType(column: Column): GraphQLInputType {
  return isReference(column) ? GraphQLID : GraphQLString;
}

/** A column that points at a record is called by what it is there for, and Id. */
export function isReference({ name }: Pick<Column, "name">): boolean {
  return name.endsWith("Id");
}
