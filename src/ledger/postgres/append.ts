import type { PoolClient } from "pg";
import { GENESIS } from "../entry.ts";
import type { LedgerEnd } from "../journal.ts";
import { erasedBy, withoutErased, type WrittenEntry } from "../written.ts";

/** What is listened to for news. */
export const CHANNEL = "waymark";

/**
 * One statement, and so one transaction: whoever comes second to the same number waits for the first, and then violates
 * the primary key. The numbers and texts behind it are of earlier entries that lose what these erase. What was sent for them is
 * remembered beside them: it is not for ever.
 */
const APPEND = `
  with same as (select coalesce((select hash from waymark.entries order by number desc limit 1), '${GENESIS}') = $1 as so),
  taken as (
    insert into waymark.entries (number, hash, text)
    select number, hash, text from unnest($2::bigint[], $3::text[], $4::text[]) as entry (number, hash, text) where (select so from same) returning number),
  lessened as (
    update waymark.entries set text = less.text from unnest($5::bigint[], $6::text[]) as less (number, text) where entries.number = less.number and (select so from same)),
  remembered as (
    insert into waymark.repeats (entry, salt, fingerprint, at)
    select number, salt, fingerprint, at from unnest($8::bigint[], $9::text[], $10::text[], $11::timestamptz[]) as sent (number, salt, fingerprint, at) join taken using (number)
    on conflict (entry) do update set salt = excluded.salt, fingerprint = excluded.fingerprint, at = excluded.at),
  remaining as (
    insert into waymark.remains (entry) select entry from unnest($7::bigint[]) as erasing (entry) where (select so from same))
  select so, (select count(pg_notify('${CHANNEL}', '')) from (select number from taken limit 1) as news) from same`;

/** Appends entries where the journal ends at their predecessor's hash; answers whether it did. */
export async function appendTo(client: PoolClient, end: LedgerEnd, entries: readonly WrittenEntry[]): Promise<boolean> {
  const erased = erasedBy(entries);
  const own = entries.map((entry) => withoutErased(entry, erased.get(entry.entry.number) ?? new Set()));
  const lessened = await withoutThem(client, new Map([...erased].filter(([number]) => number <= end.number)));
  const sent = entries.flatMap((one) => (one.sent === undefined ? [] : [{ number: one.entry.number, ...one.sent }]));
  const { rows } = await client.query<{ so: boolean }>(APPEND, [
    end.hash,
    own.map(({ entry }) => entry.number), own.map(({ entry }) => entry.hash), own.map((entry) => JSON.stringify(entry)),
    lessened.map(({ entry }) => entry.number), lessened.map((entry) => JSON.stringify(entry)),
    entries.filter(({ erasures }) => erasures.length > 0).map(({ entry }) => entry.number),
    sent.map(({ number }) => number), sent.map(({ salt }) => salt), sent.map(({ fingerprint }) => fingerprint), sent.map(({ at }) => at),
  ]);
  return rows[0]?.so === true;
}

/** Entries as they are once these values of theirs are gone. Only erasing changes an entry: what is read here is still so when the journal ends where it did. */
async function withoutThem(client: PoolClient, erased: ReturnType<typeof erasedBy>): Promise<WrittenEntry[]> {
  if (erased.size === 0) return [];
  const { rows } = await client.query<EntryRow>("select number, hash, text from waymark.entries where number = any($1::bigint[])", [[...erased.keys()]]);
  return rows.map(entryIn).map((entry) => withoutErased(entry, erased.get(entry.entry.number) ?? new Set()));
}

/** A row of the table of entries, and what is still remembered beside it of what was sent. */
export interface EntryRow {
  readonly number: string;
  readonly hash: string;
  readonly text: string;
  readonly salt?: string | null;
  readonly fingerprint?: string | null;
  readonly at?: Date | null;
}

/** An entry as it was appended. Refuses a text that is not of the entry whose hash stands beside it. */
export function entryIn({ number, hash, text, salt = null, fingerprint = null, at = null }: EntryRow): WrittenEntry {
  // oxlint-disable-next-line no-unsafe-type-assertion -- `appendTo` wrote each text from a WrittenEntry
  const entry = JSON.parse(text) as WrittenEntry;
  if (entry.entry.hash !== hash || entry.entry.number !== Number(number)) throw new Error(`Row ${number} of the journal does not hold the entry that it names.`);
  return salt === null || fingerprint === null || at === null ? entry : { ...entry, sent: { salt, fingerprint, at: at.toISOString() } };
}
