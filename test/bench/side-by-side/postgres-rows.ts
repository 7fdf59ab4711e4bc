import SQLite from "better-sqlite3";
import { Client } from "pg";
import { z } from "zod";

const SCHEMA = `
  create schema bench;
  create table bench.programmes (id text primary key, name text not null);
  create table bench.teams (id text primary key, name text not null);
  create table bench.organisations (id text primary key, name text not null);
  create table bench.workstreams (id text collate "C" primary key, name text not null, name_key text collate "C" not null, status text not null, programme_id text not null references bench.programmes, team_id text references bench.teams);
  create table bench.milestones (
    id text collate "C" primary key, title text not null, status text not null, due_earliest date, due_latest date, due_key date not null,
    first_baseline_earliest date, first_baseline_latest date, actual_earliest date, actual_latest date, said_not_done_on date,
    workstream_id text collate "C" references bench.workstreams, organisation_id text references bench.organisations);
  create table bench.awards (id text primary key, workstream_id text collate "C" references bench.workstreams, pence bigint);`;

/** What is summed and counted, and an index for each question. */
const REST = (timing: string): string => `
  create index on bench.workstreams (name_key, id);
  create index on bench.workstreams (programme_id);
  create index on bench.workstreams (team_id);
  create index on bench.milestones (due_key, id);
  create index on bench.milestones (workstream_id, due_key, id);
  create index on bench.milestones (organisation_id);
  create index on bench.awards (workstream_id) include (pence);
  create type bench.funding as (pence float8, count int);
  create function bench.workstreams_funding(workstream bench.workstreams) returns bench.funding language sql stable as
    $$ select sum(pence)::float8, count(pence)::int from bench.awards where workstream_id = workstream.id $$;
  create type bench.timing_figure as (timing text, count int);
  create function bench.milestones_by_timing(day date) returns setof bench.timing_figure language sql stable as
    $$ select ${timing}, count(*)::int from bench.milestones group by 1 $$;
  analyze;`;

const TABLES = ["programmes", "teams", "organisations", "workstreams", "milestones", "awards"];

const zTiming = z.object({ timing: z.string() });

/** Takes the rows that peers read in SQLite into PostgreSQL. */
export async function rowsIntoPostgres(rows: string, address: string): Promise<void> {
  const from = new SQLite(rows, { readonly: true });
  const to = new Client({ connectionString: address });
  await to.connect();
  await to.query(SCHEMA);
  for (const table of TABLES) {
    const all = z.array(z.record(z.string(), z.unknown())).parse(from.prepare(`select * from ${table}`).all());
    for (let at = 0; at < all.length; at += 5_000) {
      await to.query(`insert into bench.${table} select * from json_populate_recordset(null::bench.${table}, $1)`, [JSON.stringify(all.slice(at, at + 5_000))]);
    }
  }
  const module: unknown = await import(new URL("../peers/timing.mjs", import.meta.url).href);
  await to.query(REST(zTiming.parse(module).timing.replaceAll(":on", "day")));
  await to.end();
  from.close();
}
