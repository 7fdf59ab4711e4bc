import { NOT_SHOWN, type Names } from "../../api/called.ts";
import type { Context } from "../../api/context.ts";
import { fieldWords } from "../../api/field.ts";
import { choiceWords } from "../../kernel/choice-words.ts";
import { grouped } from "../../kernel/grouped.ts";
import { sayShift } from "../../kernel/say-shift.ts";
import { spokenOf } from "../../ledger/called.ts";
import type { BoardReading, Worked } from "../board-reading.ts";
import type { Item } from "./compare.ts";
import type { Told } from "./parts.ts";
import { isKnown, valueOf, type Value } from "./value.ts";

/** A column before and after, with what a board calls it. */
export interface FieldMove {
  readonly column: string;
  readonly words: string;
  readonly before: Value | null;
  readonly after: Value | null;
}

/** What an item tells, column by column, and then what changed along with it. What is empty on both sides says nothing. */
export function fieldMoves(context: Context, item: Item, columns: readonly string[] = [...item.tells, ...item.along]): FieldMove[] {
  const { reading, before, after } = item;
  return columns
    .map((column) => ({ column, words: reading.words?.[column] ?? fieldWords(column), before: valueOf(context, reading.kind, before, column), after: valueOf(context, reading.kind, after, column) }))
    .filter((move) => move.before !== null || move.after !== null);
}

/** What an item says in plain words, piece by piece. */
export async function tellingOf(context: Context, names: Names, item: Told): Promise<string[]> {
  const told = await Promise.all(fieldMoves(context, item, item.tells).map(async (move) => sayMove(names, item, move)));
  return [...told.flat(), ...item.works.flatMap(sayWorked), ...(item.slip === null ? [] : [sayShift(item.slip)]), ...sayParts(item.parts)];
}

/** What a new one is says itself what it says of it; nobody needs to read twice that a member is a member. */
const SAYS_ITSELF: ReadonlySet<string> = new Set(["kind", "type", "role", "capacity", "status"]);

/** A new one says what it says, one that is gone what it said, any other what it said and says. */
async function sayMove(names: Names, { reading, before: was, after: is }: Item, { column, words, before, after }: FieldMove): Promise<string[]> {
  const [from, to] = await Promise.all([said(names, before), said(names, after)]);
  if (was === null || is === null) return sayWhole(reading, column, words, from ?? to);
  if (from === null) return to === null ? [] : [`${words}: ${to}`];
  return [`${words}: ${from} → ${to ?? (after === null || after.recordId !== null ? "none" : after.plain)}`];
}

function sayWhole(reading: BoardReading, column: string, words: string, value: string | null): string[] {
  if (value === null || value === spokenOf(reading.kind)) return [];
  return [SAYS_ITSELF.has(column) && value !== choiceWords("NOT_REPORTED") ? value : `${words}: ${value}`];
}

/** A value in words; null where there is none, or none for this viewer. */
async function said(names: Names, value: Value | null): Promise<string | null> {
  if (!isKnown(value)) return null;
  if (value.recordId === null) return shortened(value.plain);
  const title = await names.of(value.recordId);
  return title === NOT_SHOWN ? null : title;
}

function sayWorked({ field, before, after }: Worked): string[] {
  const [from, to] = [before, after].map((word) => (word === null ? "none" : choiceWords(word)));
  return before === after ? [] : [`${fieldWords(field)}: ${from} → ${to}`];
}

/** How many of each kind. */
function sayParts(parts: readonly Item[]): string[] {
  const counts = [...grouped(parts, ({ reading }) => spokenOf(reading.kind))].map(([noun, all]) => `${all.length} ${plural(noun, all.length)}`);
  return counts.length === 0 ? [] : [`with ${counts.join(", ")}`];
}

function plural(words: string, count: number): string {
  if (count === 1) return words;
  return words.endsWith("y") ? `${words.slice(0, -1)}ies` : `${words}s`;
}

/** A narrative is read where it stands; a line has its beginning. */
const MOST_SAID = 160;

function shortened(text: string): string {
  if (text.length <= MOST_SAID) return text;
  const cut = text.slice(0, MOST_SAID);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), MOST_SAID / 2))} …`;
}
