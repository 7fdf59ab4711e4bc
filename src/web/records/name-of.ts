import type { RecordNameFragment } from "../graph/types.ts";
import { plainly } from "../words/word.ts";
import { kindName } from "./kinds.ts";

/** What a record is called; what has no name of its own, by what it is. */
export function nameOf(record: RecordNameFragment): string {
  if ("name" in record) return record.name;
  if ("title" in record) return record.title;
  if ("statement" in record) return record.statement;
  if ("wording" in record) return record.wording;
  if ("subject" in record) return record.subject;
  if ("capacity" in record) return [record.person?.name, record.roleTitle ?? plainly(record.capacity)].filter((part) => part !== undefined).join(", ");
  if ("signedWith" in record) return `Signature of ${record.organisation?.name ?? record.group?.name ?? record.description ?? "somebody not named"}`;
  if ("dimension" in record) return `${plainly(record.dimension)}: ${record.rating}`;
  if ("reason" in record) return `Waiver: ${record.reason}`;
  if ("otherName" in record) return record.otherName;
  return kindName(record.__typename);
}
