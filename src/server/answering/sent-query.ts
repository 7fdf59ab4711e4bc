import { searchOf, type Arrived } from "../exchange/arrived.ts";

/** What somebody asks, as they sent it. */
export interface SentQuery {
  /** All of a request by which is judged what it asks and how it is answered, but for the variables. */
  readonly wording: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether whoever asks may keep the answer, and ask whether it is still the same. */
  readonly isTagged: boolean;
}

/** Longer ones are not remembered. */
const LONGEST = 8_000;

const PARTS: ReadonlySet<string> = new Set(["query", "operationName", "variables", "extensions"]);

/** What is asked in the usual way, by what was sent with POST or by GET; null where it is asked in any other. */
export function sentQuery(request: Arrived, body: unknown): SentQuery | null {
  const parts = request.method === "POST" ? body : partsOf(searchOf(request));
  if (!isRecord(parts)) return null;
  for (const name in parts) if (!PARTS.has(name)) return null;
  const { query, operationName = null, variables = null, extensions = null } = parts;
  // A query may be sent by its hash, which Apollo looks up and remembers.
  if (extensions !== null && (!isRecord(extensions) || "persistedQuery" in extensions)) return null;
  if (typeof query !== "string" || query.length > LONGEST || (operationName !== null && typeof operationName !== "string") || (variables !== null && !isRecord(variables))) return null;
  const { method, headers } = request;
  // How long the query is tells where it begins, whatever stands before it.
  const wording = [query.length, method, ...[headers.accept, headers["content-type"], headers["x-apollo-operation-name"], headers["apollo-require-preflight"], operationName].map(said), query].join("\n");
  return wording.length > LONGEST ? null : { wording, variables: variables ?? {}, isTagged: method === "GET" };
}

/** To say nothing is not the same as to say something empty. */
function said(value: string | string[] | null | undefined): string {
  return value === undefined || value === null ? "" : `=${String(value)}`;
}

/** The same of an address; null where something stands in it twice, or is not what is taken there. */
function partsOf(search: string): Record<string, unknown> | null {
  const params = [...new URLSearchParams(search)];
  const parts: Record<string, unknown> = Object.fromEntries(params);
  if (Object.keys(parts).length < params.length) return null;
  try {
    for (const name of ["variables", "extensions"]) {
      const part = parts[name];
      if (typeof part !== "string") continue;
      const read: unknown = JSON.parse(part);
      if (!isRecord(read)) return null;
      parts[name] = read;
    }
    return parts;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
