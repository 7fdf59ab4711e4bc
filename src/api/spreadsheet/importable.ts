import type { Day } from "../../kernel/day.ts";
import type { Graph } from "../../ledger/graph.ts";
import type { FieldValues } from "../../ledger/record.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Act } from "../access/act.ts";
import type { ActDraft, Path } from "../act/act-draft.ts";
import type { RecordTable } from "../loaders.ts";

/** An act that a row of an import can do: the same that a person does, with its permission and its rule. */
export interface ImportAct {
  /** As in the table of permissions: `milestone:plan`. */
  readonly name: Act;
  /** What it takes, by the name of an input of the schema. */
  readonly input: string;
  /** Does it, and gives the id of the record. */
  readonly do: (draft: ActDraft, sent: FieldValues) => string;
}

/** What a row says of a record, by the fields of the schema, and how the record stands. */
export interface SaidOfRecord {
  readonly sent: FieldValues;
  /** The record as it stands, by column. */
  readonly standing: FieldValues;
  /** Whether the row gives the field, and otherwise than the record has it. */
  readonly differs: (field: string) => boolean;
}

/** One of the acts by which a record becomes what a row says. */
export interface ImportStep extends ImportAct {
  /** What it is sent; null where it is not done. */
  readonly when: (said: SaidOfRecord) => FieldValues | null;
}

/** A column by which a record is found that has no other name in a row. */
export interface ImportMatch {
  readonly column: string;
  readonly description: string;
  /** The ids of the records of which this is said. */
  readonly find: (graph: Graph, cell: string, today: Day) => readonly string[];
}

/** A column beside those of the flat table: what a new record is made with, and other tables show. */
export interface ImportExtra {
  /** Under which it is sent to the act. */
  readonly name: string;
  readonly column: string;
  readonly type: "TEXT" | "CODE" | "LIST";
  readonly description: string;
  readonly codes: readonly { readonly code: string; readonly meaning: string }[];
}

/** A flat table whose rows can be taken in, and the acts by which that is done. */
export interface Importable {
  /** The name of the flat table. */
  readonly table: string;
  readonly kind: RecordKind<RecordTable>;
  /** The fields of the schema that a row can give. What else its table shows is taken, and not written. */
  readonly fields: readonly string[];
  readonly extras?: readonly ImportExtra[];
  /** Makes a record of a row for which there is none. */
  readonly make: ImportAct;
  /** Fields that its act needs and a row may leave out, as they follow from others. */
  readonly needless?: readonly string[];
  /** What is done, in this order, until the record says what the row says; to a record that was just made too. */
  readonly steps: readonly ImportStep[];
  /** By what else a record is found than its id and the importer's reference. */
  readonly matches?: readonly ImportMatch[];
  /** The record that says the same already, where a row names it by nothing. */
  readonly same?: (graph: Graph, sent: FieldValues) => string | null;
  /** Dates and counts of which no act says why they are not known. */
  readonly absences?: readonly string[];
  /** Fields that follow from what is done, and need not be in the end as the row says. */
  readonly follows?: readonly string[];
}

/** An act of the domain, as an import does it. */
// oxlint-disable-next-line no-unnecessary-type-parameters -- whoever names the input names its class
export function actOf<Sent extends object>(name: Act, input: string, act: (draft: ActDraft, sent: Sent, path: Path) => string): ImportAct {
  // What an import sends was read by the fields of the input that is named beside.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return { name, input, do: (draft, sent) => act(draft, sent as Sent, []) };
}

/** Done where one of these fields differs: it is sent those that do. */
export function edits(...fields: readonly string[]): ImportStep["when"] {
  return ({ sent, differs }) => {
    const differing = fields.filter(differs);
    return differing.length === 0 ? null : Object.fromEntries(differing.map((field) => [field, sent[field]]));
  };
}

/** Done where the row gives the record another status, this one: it is sent these fields beside. */
export function becomes(status: string, ...fields: readonly string[]): ImportStep["when"] {
  return ({ sent, differs }) => (sent["status"] === status && differs("status") ? only(sent, fields) : null);
}

/** Those of these fields that the row gives. */
export function only(sent: FieldValues, fields: readonly string[]): FieldValues {
  return Object.fromEntries(fields.flatMap((field) => (sent[field] === undefined ? [] : [[field, sent[field]]])));
}
