import { setImmediate as nextTurn } from "node:timers/promises";
import { isObjectType } from "graphql";
import { afresh, type Context } from "../../api/context.ts";
import type { RecordTable } from "../../api/loaders.ts";
import { isId } from "../../kernel/identity.ts";
import type { AskedMoment } from "../../kernel/moment.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import { CHANGED_SINCE, changedIds, changedSinceIn } from "./changed-since.ts";
import type { AnyRecordFields, FlatField, Flattening } from "./flat.ts";
import { all, graphField, next, type GraphField, type Soon } from "./graph-field.ts";
import { AS_AT, refuseUnknown } from "./parameters.ts";
import { idsIn, kindsIn, RECORD, typeParameter } from "./records-asked.ts";
import type { Cell, Row, Table } from "./table.ts";
import { walk, type Walked } from "./walk.ts";

/** What the graph says of where a record comes from. */
const FIELDS = ["entry", "at", "recordedAt", "act", "actor", "reason", "changedFields", "supports", "source", "line", "quote"];

/** Where everything comes from: a row for each citation of each act on each record, and one for an act that cites nothing. */
export function provenanceTable(flattening: Flattening, kinds: readonly RecordKind<RecordTable>[]): Table {
  const { schema } = flattening;
  const citation = schema.getType("Provenance");
  if (!isObjectType(citation)) throw new Error("The schema does not tell where its records come from.");
  const parameters = [typeParameter(schema, kinds), RECORD, CHANGED_SINCE, AS_AT];
  const record = flattening.anyRecord("record", citation.name);
  const fields = FIELDS.flatMap((path) => flattening.of(citation, path));
  const provenanceOf = new Map(kinds.map(({ type }) => {
    const holder = schema.getType(type);
    if (!isObjectType(holder)) throw new Error(`${type} is not a type of the schema.`);
    return [type, graphField(schema, holder, "provenance")];
  }));
  const columns = [...record.columns, ...fields.flatMap((field) => field.columns)];
  return {
    name: "provenance",
    about: "A citation: who recorded what, when, in which act, from which words of which source. An act that cited nothing stands here once.",
    columns, parameters,
    optional: [],
    ask: (query) => {
      refuseUnknown(query, parameters);
      const since = changedSinceIn(query);
      const [asked, ids] = [kindsIn(query, kinds), idsIn(query)];
      return {
        columns,
        followsDay: false,
        rows: async function* rows(context) {
          for (const kind of asked) {
            const provenance = provenanceOf.get(kind.type);
            for (const records of walk(context, kind.table, { conditions: [], certainty: undefined, ids: idsOf(context, kind, ids, since) })) {
              if (provenance !== undefined) yield await rowsOfAll(afresh(context), records, { provenance, record, fields });
              await nextTurn();
            }
          }
        },
      };
    },
  };
}

interface Reading {
  readonly provenance: GraphField;
  readonly record: AnyRecordFields;
  readonly fields: readonly FlatField[];
}

async function rowsOfAll(context: Context, records: readonly Walked[], reading: Reading): Promise<readonly Row[]> {
  const rows = await all(records.map((one) => rowsOf(context, one, reading)));
  return rows.flat();
}

function rowsOf(context: Context, one: Walked, { provenance, record, fields }: Reading): Soon<readonly Row[]> {
  return next(provenance.read(context, one, {}), (found) => {
    const citations: readonly unknown[] = Array.isArray(found) ? found : [];
    return next(record.standing(context, one), (standing) => all(citations.map((citation) => next(all(fields.map(({ graph }) => graph.read(context, citation, {}))), (values): Row => {
      const row: Cell[] = [];
      record.addCells(standing, row);
      for (const [place, { addCells }] of fields.entries()) addCells(values[place], row);
      return row;
    }))));
  });
}

/** Which records of a kind, where not all are asked for. */
function idsOf(context: Context, { type, prefix }: RecordKind, asked: readonly string[] | null, since: AskedMoment | null): readonly string[] | null {
  const own = asked === null ? null : asked.filter((id) => isId(id, prefix));
  if (since === null) return own;
  const changed = changedIds(context, type, since);
  return own === null ? changed : changed.filter((id) => own.includes(id));
}
