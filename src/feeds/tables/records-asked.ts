import type { GraphQLSchema } from "graphql";
import type { RecordTable } from "../../api/loaders.ts";
import { typeWord } from "../../api/value/type-word.ts";
import { isId } from "../../kernel/identity.ts";
import { refusal } from "../../kernel/problem.ts";
import { quoted } from "../../kernel/quoted.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Parameter } from "./table.ts";

/** Which records a table that is about records of every kind is asked about. */

export const RECORD: Parameter = { name: "record", description: "Only of these records: their ids.", type: "TEXT", codes: [], isList: true };

export function typeParameter(schema: GraphQLSchema, kinds: readonly RecordKind[]): Parameter {
  const codes = kinds.map((kind) => ({ code: typeWord(kind), meaning: schema.getType(kind.type)?.description ?? "" }));
  return { name: "type", description: "Only of records of these types.", type: "TEXT", codes, isList: true };
}

/** The kinds that are asked for; all, where none are. */
export function kindsIn<Kind extends RecordKind<RecordTable>>(query: URLSearchParams, kinds: readonly Kind[]): readonly Kind[] {
  const types = listIn(query, "type");
  const unknown = types.find((type) => !kinds.some((kind) => typeWord(kind) === type));
  if (unknown !== undefined) throw refusal("INVALID_PARAMETER", `type is ${quoted(unknown)}. It takes ${kinds.map(typeWord).join(", ")}.`, ["type"]);
  return types.length === 0 ? kinds : kinds.filter((kind) => types.includes(typeWord(kind)));
}

/** The ids that are asked for, in order; null where none are. */
export function idsIn(query: URLSearchParams): readonly string[] | null {
  if (!query.has(RECORD.name)) return null;
  const ids = listIn(query, RECORD.name);
  const unknown = ids.find((id) => !isId(id));
  if (unknown !== undefined) throw refusal("INVALID_PARAMETER", `record is ${quoted(unknown)}, which is not an id. Ids look like ms_0123456789abcdef.`, [RECORD.name]);
  return [...new Set(ids)].toSorted();
}

function listIn(query: URLSearchParams, name: string): string[] {
  return query.getAll(name).flatMap((text) => text.split(",")).map((text) => text.trim());
}
