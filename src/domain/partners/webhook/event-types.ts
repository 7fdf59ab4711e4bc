import { neverShown } from "../../../api/access/audience.ts";
import { typeWord } from "../../../api/value/type-word.ts";
import { sentenceWith } from "../../../kernel/type-words.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import type { Operation } from "../../../ledger/entry.ts";

/** Something that a webhook can be told of, by the name under which it is sent. */
export interface EventType {
  readonly name: string;
  readonly meaning: string;
}

export const REPORT_DUE = "report.due";
export const ACTION_DUE = "action.due";
export const TEST = "webhook.test";

const verbs: Readonly<Record<Operation, string>> = { CREATE: "created", CHANGE: "changed", REMOVE: "removed" };

/** What is sent when something becomes of a record of a type. */
export function eventTypeOf(kind: Pick<RecordKind, "type">, op: Operation): string {
  return `${typeWord(kind).toLowerCase()}.${verbs[op]}`;
}

/** All that a webhook can ask for, in the order of the kinds. */
export function eventTypes(kinds: readonly RecordKind[]): readonly EventType[] {
  const shown = kinds.filter(({ table }) => !neverShown(table));
  return [
    { name: REPORT_DUE, meaning: "The last day has begun on which the next report on a programme, a workstream or a HIT is in time. Once, on that day in London." },
    { name: ACTION_DUE, meaning: "The last day has begun by which an action of a pledge is to be done. Once, on that day in London." },
    ...shown.flatMap((kind) => [
      { name: eventTypeOf(kind, "CREATE"), meaning: `${sentenceWith(kind.type)} is there for the owner of the webhook: made, or opened to them.` },
      { name: eventTypeOf(kind, "CHANGE"), meaning: `${sentenceWith(kind.type)} reads otherwise for them.` },
      { name: eventTypeOf(kind, "REMOVE"), meaning: `${sentenceWith(kind.type)} is there for them no more: removed, or hidden from them.` },
    ]),
  ];
}
