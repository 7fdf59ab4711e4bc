import { endSession } from "../session/ended.ts";
import { refusedIn, toldIn, type Progress, type Refused, type RowVerdict, type Summary } from "./told.ts";

/** A file as it was chosen, with what is said of it: exactly that is tried, and then brought in. */
export interface Sheet {
  readonly table: string;
  readonly bytes: ArrayBuffer;
  readonly isNdjson: boolean;
  /** What is asked with it, by the names that the address has for it; what is empty is not asked. */
  readonly asked: Readonly<Record<string, string>>;
}

/** What came of sending a file, as far as this browser can know. */
export type Came =
  | { readonly kind: "judged"; readonly summary: Summary; readonly first: readonly RowVerdict[]; readonly refused: readonly RowVerdict[] }
  /** Nothing was written, for this reason. */
  | { readonly kind: "refused"; readonly why: Refused }
  /** It may have been written or not: under the same key it is sent again, and done once. */
  | { readonly kind: "unknown"; readonly isOffline: boolean };

export interface Sending {
  /** What the import is called, so that it is done once; null for one that is only tried. */
  readonly key: string | null;
  readonly onError: "REJECT_ALL" | "REJECT_ROWS";
  readonly onProgress: (progress: Progress) => void;
}

/** So many rows are kept to be shown, and so many of those that are refused; all of them are counted. */
const MOST_SHOWN = 100;

/** After so long without its end, an answer is given up. */
const MOST_MILLISECONDS = 600_000;

/** Codes after which nobody knows whether it was done. */
const UNKNOWN: ReadonlySet<string> = new Set(["OUTCOME_UNKNOWN", "INTERNAL_SERVER_ERROR"]);

/** Sends a file, and hears what becomes of each of its rows. */
export async function sendRows(sheet: Sheet, sending: Sending): Promise<Came> {
  try {
    return await heard(sheet, sending);
  } catch (error) {
    // Whatever stops a request or tears an answer: it may have arrived.
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException) return { kind: "unknown", isOffline: !navigator.onLine };
    throw error;
  }
}

async function heard({ table, bytes, isNdjson, asked }: Sheet, { key, onError, onProgress }: Sending): Promise<Came> {
  const said = Object.entries({ ...asked, onError, dryRun: String(key === null) }).filter(([, value]) => value !== "");
  const response = await fetch(`/imports/${encodeURIComponent(table)}?${new URLSearchParams(said).toString()}`, {
    method: "POST", credentials: "same-origin", body: bytes, signal: AbortSignal.timeout(MOST_MILLISECONDS),
    headers: { accept: "application/x-ndjson", "content-type": isNdjson ? "application/x-ndjson" : "text/csv", ...(key === null ? {} : { "idempotency-key": key }) },
  });
  if (!response.ok || response.body === null) return refusal(refusedIn(await response.json()));
  const first: RowVerdict[] = [];
  const refused: RowVerdict[] = [];
  for await (const told of toldIn(response.body)) {
    if ("progress" in told) onProgress(told.progress);
    else if ("summary" in told) return { kind: "judged", summary: told.summary, first, refused };
    else if ("error" in told) return refusal(told.error);
    else {
      if (first.length < MOST_SHOWN) first.push(told);
      if (told.outcome === "REFUSED" && refused.length < MOST_SHOWN) refused.push(told);
    }
  }
  return refusal(null);
}

/** An answer without a summary and without a reason is not whole. */
function refusal(why: Refused | null): Came {
  if (why === null || UNKNOWN.has(why.code)) return { kind: "unknown", isOffline: !navigator.onLine };
  if (why.code === "SESSION_ENDED") endSession();
  return { kind: "refused", why };
}
