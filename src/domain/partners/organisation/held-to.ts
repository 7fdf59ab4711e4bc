import { getTableConfig } from "drizzle-orm/sqlite-core";
import { rowsBy } from "../../../api/act/rows.ts";
import type { Standard, Standing } from "../../../api/act/standard.ts";
import { standard } from "../../../api/act/uphold.ts";
import type { RecordTable } from "../../../api/loaders.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import { forsaken, organisation, thereOf, type Bodies, type Organisation, type Stray, type Time } from "./absence.ts";
import { absentAt } from "./rules.ts";
import { organisationKind, organisations, successionKind } from "./table.ts";

/**
 * An organisation was there at every time for which records of a kind name it: judged when its own days are changed, or those of what
 * took its place. What whoever does that may not see stays unmentioned, and does not stand in the way.
 */
export function heldTo<Table extends RecordTable>(kind: RecordKind<Table>, bodies: (record: Table["$inferSelect"], at: Standing) => Bodies, times: (record: Table["$inferSelect"], at: Standing) => readonly Time[]): readonly Standard[] {
  const naming = getTableConfig(kind.table).foreignKeys.flatMap((key) => {
    const { columns: [column], foreignTable } = key.reference();
    return column === undefined || foreignTable !== organisations ? [] : [{ column: column.name, rows: rowsBy(kind.table, column) }];
  });
  const straysOf = (body: Organisation, at: Standing): Stray[] => naming.flatMap(({ column, rows }) => rows(at.graph, body.id).flatMap((record) => {
    const isNamed = at.sees(record) && bodies(record, at)[column] === body.id;
    const found = (isNamed ? times(record, at) : []).flatMap((time) => {
      const absence = absentAt(thereOf(at.graph, body), time.days);
      return absence === null ? [] : [{ id: String(record.id), absence, time }];
    });
    return found.slice(0, 1);
  }));
  return naming.length === 0 ? [] : [
    standard(organisationKind, {
      // Nothing can name one that has only just been made.
      stands: (body, at, edited) => (body.version > 1 && edited("since", "until", "status") ? forsaken(body, kind, straysOf(body, at), ["until", "since", "status"].find((field) => edited(field)) ?? "status", at) : []),
    }),
    standard(successionKind, {
      stands: ({ predecessorId }, at, edited) => {
        const body = edited("predecessorId", "effective") ? organisation(at.graph, predecessorId) : undefined;
        return body === undefined ? [] : forsaken(body, kind, straysOf(body, at), "effective", at);
      },
    }),
  ];
}
