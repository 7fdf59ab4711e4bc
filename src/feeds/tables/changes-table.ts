import { setImmediate as nextTurn } from "node:timers/promises";
import { isObjectType } from "graphql";
import type { Feed } from "../../api/changes/feed.ts";
import { cursorsFor } from "../../api/changes/place.ts";
import { reading, type Context } from "../../api/context.ts";
import type { RecordTable } from "../../api/loaders.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import { CHANGED_SINCE, changedSinceIn, entrySince } from "./changed-since.ts";
import type { FlatField, Flattening } from "./flat.ts";
import { all, next, type Soon } from "./graph-field.ts";
import { AS_AT, refuseUnknown } from "./parameters.ts";
import { idsIn, kindsIn, RECORD, typeParameter } from "./records-asked.ts";
import type { Cell, Row, Table } from "./table.ts";

/** What the graph says of a change; the record before and after stands in its own feed. */
const FIELDS = ["seq", "at", "act", "actor", "reason", "type", "id", "op", "changedFields", "cursor"];

const AT_A_TIME = 100;

/** What was done to records, in order: the graph's feed of changes, a row a change. */
export function changesTable(flattening: Flattening, kinds: readonly RecordKind<RecordTable>[], feed: Feed): Table {
  const { schema } = flattening;
  const change = schema.getType("Change");
  if (!isObjectType(change)) throw new Error("The schema does not tell what changes.");
  const fields = FIELDS.flatMap((path) => flattening.of(change, path));
  const parameters = [typeParameter(schema, kinds), RECORD, CHANGED_SINCE, AS_AT];
  const columns = fields.flatMap((field) => field.columns);
  return {
    name: "changes",
    about: "What became of one record in one act, in the order of the acts; removals are among them.",
    columns, parameters,
    optional: [],
    ask: (query) => {
      refuseUnknown(query, parameters);
      const since = changedSinceIn(query);
      const types = kindsIn(query, kinds).map(({ type }) => type);
      const ids = idsIn(query);
      return {
        columns,
        followsDay: false,
        rows: async function* rows(context) {
          let after = since === null ? null : cursorsFor(context)({ entry: entrySince(context, since), within: null });
          for (let hasMore = true; hasMore; ) {
            // Takes the time limit with it.
            reading(context);
            const page = feed.after(context, { after, types, ids, most: AT_A_TIME });
            yield await all(page.nodes.map((node) => rowOf(context, fields, node)));
            [after, hasMore] = [page.cursor, page.hasNextPage];
            await nextTurn();
          }
        },
      };
    },
  };
}

function rowOf(context: Context, fields: readonly FlatField[], node: object): Soon<Row> {
  return next(all(fields.map(({ graph }) => graph.read(context, node, {}))), (values) => {
    const row: Cell[] = [];
    for (const [place, { addCells }] of fields.entries()) addCells(values[place], row);
    return row;
  });
}
