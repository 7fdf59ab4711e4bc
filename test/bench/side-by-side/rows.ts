import { copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import SQLite from "better-sqlite3";

/**
 * The rows of a world as any other system would have them: plain columns with plain names, what a list is sorted by in a column of its own, and an
 * index for each question. Made of the graph in the ledger's file, of what everybody may see.
 */
const SCHEMA = `
  create table programmes (id text primary key, name text not null) without rowid;
  create table teams (id text primary key, name text not null) without rowid;
  create table organisations (id text primary key, name text not null) without rowid;
  create table workstreams (id text primary key, name text not null, name_key text not null, status text not null, programme_id text not null references programmes, team_id text references teams);
  create table milestones (
    id text primary key, title text not null, status text not null, due_earliest text, due_latest text, due_key text not null,
    first_baseline_earliest text, first_baseline_latest text, actual_earliest text, actual_latest text, said_not_done_on text,
    workstream_id text references workstreams, organisation_id text references organisations);
  create table awards (id text primary key, workstream_id text references workstreams, pence integer);`;

const ROWS = `
  insert into programmes select id, name from graph.programmes where audience = 'PUBLIC' order by id;
  insert into teams select id, name from graph.health_integration_teams where audience = 'PUBLIC' order by id;
  insert into organisations select id, name from graph.organisations where audience = 'PUBLIC' order by id;
  insert into workstreams select id, name, lower(name), status, programmeId, leadHealthIntegrationTeamId from graph.workstreams where audience = 'PUBLIC' order by id;
  insert into milestones select id, title, status, dueEarliest, dueLatest, coalesce(dueEarliest, dueLatest, '9999-12-31'),
    firstBaselineEarliest, firstBaselineLatest, actualEarliest, actualLatest, saidNotDoneOn, workstreamId, ownerOrganisationId from graph.milestones where audience = 'PUBLIC' order by id;
  insert into awards select id, workstreamId, json_extract(amount, '$.pence') from graph.funding_awards where audience = 'PUBLIC' and status not in ('PROPOSED', 'APPLIED') order by id;
  create index workstreams_by_name on workstreams (name_key, id);
  create index milestones_by_due on milestones (due_key, id);
  create index milestones_by_workstream on milestones (workstream_id, due_key, id);
  create index awards_by_workstream on awards (workstream_id, pence);
  analyze;`;

/** The file with the rows of a world, beside it. */
export function rowsOf(world: string): string {
  const file = world.replace(/\.db$/, "-rows.db");
  if (existsSync(file)) return file;
  const half = `${file}.half`;
  rmSync(half, { force: true });
  const rows = new SQLite(half);
  rows.pragma("journal_mode = off");
  rows.exec(SCHEMA);
  rows.prepare("attach ? as graph").run(world);
  rows.transaction(() => rows.exec(ROWS))();
  rows.close();
  renameSync(half, file);
  return file;
}

/** A copy of a file that may be written to. */
export function copyOf(file: string, to: string): string {
  copyFileSync(file, to);
  return to;
}
