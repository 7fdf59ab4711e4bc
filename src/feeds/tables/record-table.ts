import { setImmediate as nextTurn } from "node:timers/promises";
import { isInputObjectType, isObjectType, type GraphQLInputObjectType, type GraphQLSchema } from "graphql";
import { afresh, type Context } from "../../api/context.ts";
import type { FlatTable } from "../../api/spreadsheet/flat-table.ts";
import { CERTAINTY } from "./certainty.ts";
import { CHANGED_SINCE, changedIds, changedSinceIn } from "./changed-since.ts";
import { filterIn, parametersOf } from "./filter.ts";
import type { Flattening, FlatField } from "./flat.ts";
import { GAPS, gapsIn, type Gaps } from "./gaps.ts";
import { all, next, type FieldArgs, type Soon } from "./graph-field.ts";
import { AS_AT, dayIn, ON, PROVENANCE, refuseUnknown, yesOrNoIn } from "./parameters.ts";
import { provenanceColumns, type ProvenanceColumns } from "./provenance-columns.ts";
import type { Cell, Row, Table } from "./table.ts";
import { walk, type Walked, type Wanted } from "./walk.ts";

/** A table of records, and the type that they are of. */
export interface RecordTable extends Table {
  readonly type: string;
}

/** What every record has, before and after what it has alone. */
const FIRST = ["id"];
const LAST = ["system", "audience", "isExample", "version"];

/** The table of records that a concept describes, over the schema of which its columns are fields. */
export function recordTable<Filter>({ name, kind, list, fields }: FlatTable<Filter>, flattening: Flattening): RecordTable {
  const { schema } = flattening;
  const type = schema.getType(kind.type);
  if (!isObjectType(type)) throw new Error(`${kind.type} is not a type of the schema.`);
  const flat = [...FIRST, ...fields, ...LAST].flatMap((path) => flattening.of(type, path));
  const gaps = gapsIn(kind.table, flat.map(({ path }) => path));
  const provenance = provenanceColumns(flattening, type);
  const filter = list === undefined ? null : inputOf(schema, list.filter);
  const filters = filter === null ? [] : parametersOf(filter);
  const hasDay = flat.some(({ graph }) => graph.asksDay);
  const parameters = [...filters, ...(hasDay && !filters.some((one) => one.name === ON.name) ? [ON] : []), CHANGED_SINCE, AS_AT, PROVENANCE];
  const columns = [...flat.flatMap((field) => field.columns), GAPS];

  const wanted = (context: Context, asked: unknown, query: URLSearchParams): Wanted => {
    const since = changedSinceIn(query);
    const ids = since === null ? null : changedIds(context, kind.type, since);
    if (asked === null || list === undefined) return { conditions: [], certainty: undefined, ids };
    // The schema has checked it: it is a filter of this very list.
    // oxlint-disable-next-line no-unsafe-type-assertion -- see above
    const sure = asked as Filter;
    return { conditions: list.listing.where(sure, context), certainty: list.listing.certainty?.(sure, context), ids };
  };

  return {
    name, columns, parameters,
    type: kind.type,
    about: type.description ?? "",
    optional: [...(list?.listing.certainty === undefined ? [] : [CERTAINTY]), ...provenance.columns],
    ask: (query) => {
      refuseUnknown(query, parameters);
      changedSinceIn(query);
      const asked = filter === null ? null : filterIn(query, filter);
      const on = hasDay ? dayIn(query, ON) : null;
      const hasCertainty = asked !== null && list?.listing.certainty !== undefined;
      const beside = yesOrNoIn(query, PROVENANCE) ? provenance : null;
      const reading: Reading = { flat, gaps, args: on === null ? {} : { on }, hasCertainty, beside };
      return {
        columns: [...columns, ...(hasCertainty ? [CERTAINTY] : []), ...(beside?.columns ?? [])],
        followsDay: hasDay || asked !== null,
        rows: async function* rows(context) {
          for (const records of walk(context, kind.table, wanted(context, asked, query))) {
            yield await rowsOf(afresh(context), records, reading);
            await nextTurn();
          }
        },
      };
    },
  };
}

function inputOf(schema: GraphQLSchema, name: string): GraphQLInputObjectType {
  const type = schema.getType(name);
  if (!isInputObjectType(type)) throw new Error(`${name} is not an input of the schema.`);
  return type;
}

/** What is read of each record. */
interface Reading {
  readonly flat: readonly FlatField[];
  readonly gaps: Gaps;
  readonly args: FieldArgs;
  readonly hasCertainty: boolean;
  readonly beside: ProvenanceColumns | null;
}

/** What these rows need, the next may not, so they have a context of their own: the whole graph would be held in the end. */
async function rowsOf(context: Context, records: readonly Walked[], reading: Reading): Promise<readonly Row[]> {
  return all(records.map((record) => rowOf(context, record, reading)));
}

function rowOf(context: Context, record: Walked, { flat, gaps, args, hasCertainty, beside }: Reading): Soon<Row> {
  return next(all(flat.map(({ graph }) => graph.read(context, record, args))), (values) => {
    const row: Cell[] = [];
    for (const [place, { addCells }] of flat.entries()) addCells(values[place], row);
    row.push(gaps(record, values));
    if (hasCertainty) row.push(record.certainty);
    return beside === null ? row : next(beside.cells(context, record), (more) => [...row, ...more]);
  });
}
