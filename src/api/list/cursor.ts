import { Fault } from "../fault/fault.ts";

/** Where in a list a record stands: in which list and order, at which value of it, and its id. Opaque to whoever holds it. */
export interface Cursor {
  /** As organisations by NAME. */
  readonly order: string;
  readonly key: string | number;
  readonly id: string;
}

export function writeCursor({ order, key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([order, key, id])).toString("base64url");
}

/** Refuses what is not a cursor, and a cursor of another list or order. */
export function readCursor(text: string, order: string): Cursor {
  const parts = parsed(text);
  const [of, key, id, ...more]: readonly unknown[] = Array.isArray(parts) ? Array.from<unknown>(parts) : [];
  if (more.length > 0) throw notACursor();
  if (typeof of !== "string" || typeof id !== "string" || (typeof key !== "string" && typeof key !== "number")) throw notACursor();
  if (of !== order) throw new Fault("BAD_USER_INPUT", `This cursor was given for ${of}, and this is ${order}. Send it back to the list that gave it, or begin without a cursor.`);
  return { order, key, id };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function notACursor(): Fault {
  return new Fault("BAD_USER_INPUT", "This is not a cursor. Send one back exactly as pageInfo or an edge gave it.");
}
