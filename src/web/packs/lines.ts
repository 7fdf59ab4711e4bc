import type { BoardPackLineFragment } from "../graph/types.ts";
import type { RecordLine } from "../parts/record-list.tsx";
import { sayDay } from "../words/days.ts";

/** Board packs as lines of a list, with the day of the meeting; a withdrawn one says so. */
export function packLines(packs: readonly BoardPackLineFragment[]): RecordLine[] {
  return packs.map(({ id, title, meetsOn, withdrawnOn }) => ({ id, to: `/packs/${id}`, name: title, detail: `For ${sayDay(meetsOn)}${withdrawnOn === null ? "" : ", withdrawn"}` }));
}
