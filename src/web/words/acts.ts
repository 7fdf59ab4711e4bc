import { plainly } from "./word.ts";

/** An act as people say it: `MILESTONE_REFORECAST` as "Milestone reforecast"; null is one that this reader is not told of. */
export function actWords(act: string | null): string {
  return act === null ? "An act" : plainly(act);
}

/** Who acted: a part of the program by what it did, an account or a key without its id, which says nothing to anybody. */
export function actorWords(actor: string | null): string {
  if (actor === null) return "somebody";
  if (actor === "founding-import") return "the import of the documents";
  if (actor.startsWith("ac_")) return "somebody who was signed in";
  return actor.startsWith("ky_") ? "a tool with a key" : actor;
}
