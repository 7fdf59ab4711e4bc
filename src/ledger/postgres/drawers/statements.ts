/**
 * Each is one statement, and so one transaction: nothing is held while a server says nothing, and a pool of connections between that hands them
 * out transaction by transaction will do. What "still" means is judged by the row itself, under its lock: of two who come at once, one wins.
 */

const LIVE = "drawer = $1 and key = $2 and until > $3";

export const FOUND = `select owner, value, until from waymark.aside where ${LIVE}`;

export const LISTED = `
  select key, owner, value, until from waymark.aside
  where drawer = $1 and until > $2 and ($3::text is null or owner = $3) and ($4::text is null or key < $4) order by key desc limit $5::bigint`;

export const TAKEN = `delete from waymark.aside where ${LIVE} returning owner, value, until`;

export const PUT = `
  insert into waymark.aside (drawer, key, owner, value, until) values ($1, $2, $3, $4, $5)
  on conflict (drawer, key) do update set owner = excluded.owner, value = excluded.value, until = excluded.until`;

export const RENEWED = `update waymark.aside set value = $4, until = $5 where ${LIVE} returning owner`;

export const DROPPED = "delete from waymark.aside where drawer = $1 and key = $2";

export const DROPPED_OF = "delete from waymark.aside where drawer = $1 and owner = $2";

/** Passes over what somebody is at just now: it waits for nobody, and nobody for it longer than it takes. */
export const SWEPT = `
  delete from waymark.aside where (drawer, key) in (
    select drawer, key from waymark.aside where until <= $1 order by until limit 1000 for update skip locked)`;

/** The first thing is put where nothing stands any more, or in the place of what was read; only then is anything done with the others. */
export const EXCHANGED = `
  with begun as (
    insert into waymark.aside as standing (drawer, key, owner, value, until)
    select $1::text, $2::text, $4::text, $5::text, $6::timestamptz where $7::text is null
    on conflict (drawer, key) do update set owner = excluded.owner, value = excluded.value, until = excluded.until where standing.until <= $3 returning key),
  renewed as (
    update waymark.aside set owner = $4, value = $5, until = $6 where ${LIVE} and value = $7 returning key),
  done as (select key from begun union all select key from renewed),
  put as (
    insert into waymark.aside (drawer, key, owner, value, until)
    select drawer, key, owner, value, until from unnest($8::text[], $9::text[], $10::text[], $11::text[], $12::timestamptz[]) as thing (drawer, key, owner, value, until)
    where exists (select from done)
    on conflict (drawer, key) do update set owner = excluded.owner, value = excluded.value, until = excluded.until),
  dropped as (
    delete from waymark.aside using unnest($13::text[], $14::text[]) as thing (drawer, key)
    where aside.drawer = thing.drawer and aside.key = thing.key and exists (select from done))
  select exists (select from done) as so`;
