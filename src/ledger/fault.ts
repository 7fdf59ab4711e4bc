import { Forked, NotTaken } from "./journal.ts";
import { codeOf, isBusy, isDamaged } from "./sqlite-code.ts";

/** What can go wrong with the ledger's storage, as a program branches on it. */
export type LedgerFaultCode = "STORAGE_FULL" | "STORAGE_READ_ONLY" | "STORAGE_DAMAGED" | "LEDGER_BUSY" | "LEDGER_UNREACHABLE" | "OVERTAKEN" | "OUTCOME_UNKNOWN";

/** Storage did not do what it should: nobody's mistake, and it may pass. The message is for whoever waits for an answer. */
export class LedgerFault extends Error {
  override readonly name = "LedgerFault";
  readonly code: LedgerFaultCode;
  /** The key under which the act can be sent again and is done once; null where it had none, or needs none. */
  readonly key: string | null;

  constructor(code: LedgerFaultCode, message: string, { key = null, cause }: { readonly key?: string | null; readonly cause: unknown }) {
    super(message, { cause });
    this.code = code;
    this.key = key;
  }
}

/** What was to be written may have become durable, or not: the error says why nobody knows. */
export class InDoubt extends Error {
  override readonly name = "InDoubt";
  constructor(cause: unknown) {
    super("It is not known whether this is durable.", { cause });
  }
}

/** What is answered to a long act that others came before each time that it was to be written. */
export function overtaken(): LedgerFault {
  return new LedgerFault("OVERTAKEN", "Others recorded something each time that this was to be written, so it was given up. Nothing of it was written. Send it again when less is going on, or in smaller parts; an import can be done row by row, with onError=REJECT_ROWS, which others do not hold up.", { cause: null });
}

/** What is answered where what servers keep for one another, and is no history, cannot be looked up or kept. */
export function asideUnreachable(cause: unknown): LedgerFault {
  return new LedgerFault("LEDGER_UNREACHABLE", "The database in which servers keep sign-ins, and what becomes of webhooks, cannot be reached just now. Reading goes on. Try again in a moment.", { cause });
}

/** The fault that an error of SQLite's means, and every other error as it is. */
export function asFault(error: unknown): unknown {
  if (isFull(error)) return new LedgerFault("STORAGE_FULL", "The disk is full. Nothing was lost or written; reading goes on. Make room and try again.", { cause: error });
  if (codeOf(error).startsWith("SQLITE_READONLY")) return new LedgerFault("STORAGE_READ_ONLY", "The ledger's file cannot be written just now. Nothing was lost or written; reading goes on. Try again later, or tell whoever runs this server.", { cause: error });
  if (isDamaged(error)) return new LedgerFault("STORAGE_DAMAGED", "A part of the ledger's file is damaged and cannot be read. Nothing of this was written. Tell whoever runs this server.", { cause: error });
  if (isBusy(error)) return new LedgerFault("LEDGER_BUSY", "The ledger is held by somebody else for too long. Nothing was lost or written. Try again in a moment.", { cause: error });
  if (error instanceof NotTaken) {
    return new LedgerFault("LEDGER_UNREACHABLE", "The database that keeps the ledger cannot be reached just now. Nothing was lost or written; reading goes on. Try again in a moment.", { cause: error });
  }
  if (error instanceof Forked) {
    return new LedgerFault("LEDGER_UNREACHABLE", "This server is fetching its ledger anew. Nothing of this was lost or written. Try again in a moment.", { cause: error });
  }
  return error;
}

/** What is answered to an act of which it is not known whether it is durable. */
export function outcomeUnknown(doubt: InDoubt, key: string | undefined): LedgerFault {
  const next = key === undefined ? "Look whether it is there before you send it again." : "Send it again under the same key: it is then done once.";
  return new LedgerFault("OUTCOME_UNKNOWN", `Storage failed at the last moment, and it is not known whether this was recorded. ${next}`, { key: key ?? null, cause: doubt.cause });
}

/** Whether a COMMIT that failed so has certainly not become durable: anything else may stand in the log and be found there after a crash. */
export function isUndone(error: unknown): boolean {
  return codeOf(error) === "SQLITE_FULL" || isBusy(error) || codeOf(error).startsWith("SQLITE_CONSTRAINT");
}

/** The index of the log is a file too, and says in its own way that there is no room for it. */
function isFull(error: unknown): boolean {
  return ["SQLITE_FULL", "SQLITE_IOERR_SHMSIZE"].includes(codeOf(error));
}
