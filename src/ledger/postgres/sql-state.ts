import { DatabaseError } from "pg";

/** What PostgreSQL calls an error, in five characters; empty for what is none of its own, as a connection that broke. */
export function sqlState(error: unknown): string {
  return error instanceof DatabaseError ? (error.code ?? "") : "";
}

/** What a connection that was not made says of why. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "for a reason not known";
}

export const UNIQUE_VIOLATION = "23505";
export const LOCK_NOT_AVAILABLE = "55P03";

/** Whether a statement that ended so has certainly changed nothing: PostgreSQL itself said so, and the connection lives on. */
export function isUndone(error: unknown): boolean {
  return error instanceof DatabaseError && error.severity === "ERROR";
}
