import { readMoment } from "../../kernel/moment.ts";
import type { Feed } from "../feed.ts";
import type { Format } from "./format.ts";
import { AS_AT } from "./parameters.ts";
import type { Table } from "./table.ts";

/** A table in one form, as the query of its address asks for it. Refuses what cannot be asked of it. */
export function tableFeed(table: Table, format: Format, query: URLSearchParams): Feed {
  const asked = table.ask(query);
  const asAt = query.get(AS_AT.name);
  const name = `${table.name}.${format.extension}`;
  return {
    type: format.type,
    fileName: format.isFile ? name : null,
    asAt: asAt === null ? null : readMoment(asAt),
    question: `${name}?${inOrder(query)}`,
    followsDay: asked.followsDay,
    content: (context) => format.write(asked, context),
  };
}

/** The query, however its parts are ordered. */
export function inOrder(query: URLSearchParams): string {
  const parts = new URLSearchParams(query);
  parts.sort();
  return parts.toString();
}
