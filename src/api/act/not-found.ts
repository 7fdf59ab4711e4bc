import type { Problem } from "../../kernel/problem.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Path } from "./ruled.ts";

/** That there is no such record for whoever asks: of one that they may not see, word for word the same is said as of one that never was. */
export function notFound(kind: Pick<RecordKind, "type"> | null, id: string, path: Path): Problem {
  return { code: "NOT_FOUND", message: `There is no ${kind?.type ?? "record"} with the id ${id}, or you may not see it.`, path };
}
