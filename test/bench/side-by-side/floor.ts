import { createServer } from "node:http";
import SQLite from "better-sqlite3";
import { z } from "zod";
import { milestoneTimings } from "../../../src/domain/delivery/milestone/rules.ts";

/**
 * What an answer costs at least: node:http, statements prepared once, and JSON.stringify. It knows the four questions by their names and is asked them with
 * the same body as everybody, which it takes apart too. Over the graph in the ledger's own file, or over plain rows.
 */

const [file = "", over = "graph"] = process.argv.slice(2);
const db = new SQLite(file, { readonly: true });

type Row = Readonly<Record<string, unknown>>;

/** What differs between the graph, in which dates are JSON, and plain rows. */
const names = over === "graph"
  ? {
    programmes: "programmes", teams: "health_integration_teams", organisations: "organisations", milestones: "milestones",
    dueKey: "coalesce(dueEarliest, dueLatest, '9999-12-31')", nameKey: "name collate nocase", dueEarliest: "dueEarliest", dueLatest: "dueLatest", actualEarliest: "actualEarliest", actualLatest: "actualLatest",
    firstEarliest: "firstBaselineEarliest", firstLatest: "firstBaselineLatest", saidNotDoneOn: "saidNotDoneOn", workstreamId: "workstreamId", organisationId: "ownerOrganisationId", programmeId: "programmeId",
    teamId: "leadHealthIntegrationTeamId", awards: "funding_awards", pence: "json_extract(amount, '$.pence')", given: "status not in ('PROPOSED', 'APPLIED')", open: "audience = 'PUBLIC'",
  }
  : {
    programmes: "programmes", teams: "teams", organisations: "organisations", milestones: "milestones",
    dueKey: "due_key", nameKey: "name_key", dueEarliest: "due_earliest", dueLatest: "due_latest", actualEarliest: "actual_earliest", actualLatest: "actual_latest",
    firstEarliest: "first_baseline_earliest", firstLatest: "first_baseline_latest", saidNotDoneOn: "said_not_done_on", workstreamId: "workstream_id", organisationId: "organisation_id", programmeId: "programme_id",
    teamId: "team_id", awards: "awards", pence: "pence", given: "1", open: "1",
  };
const n = names;

const workstreams = db.prepare(`select w.id, w.name, w.status, p.id, p.name, t.id, t.name from (select * from workstreams where ${n.open} order by ${n.nameKey}, id limit 50) w
  left join ${n.programmes} p on p.id = w.${n.programmeId} left join ${n.teams} t on t.id = w.${n.teamId} order by w.${n.nameKey}, w.id`).raw();
const milestonesOf = db.prepare(`select w.value, m.id, m.title, m.status, m.${n.dueEarliest}, m.${n.dueLatest}, o.id, o.name from json_each(?) w cross join milestones m on m.id in
  (select id from milestones where ${n.workstreamId} = w.value and ${n.open} and ${n.dueKey} <= ? order by ${n.dueKey}, id limit 10)
  left join ${n.organisations} o on o.id = m.${n.organisationId} order by w.key, ${over === "graph" ? "coalesce(m.dueEarliest, m.dueLatest, '9999-12-31')" : "m.due_key"}, m.id`).raw();
const funding = db.prepare(`select ${n.workstreamId}, sum(${n.pence}), count(${n.pence}) from ${n.awards} where ${n.workstreamId} in (select value from json_each(?)) and ${n.open} and ${n.given} group by 1`).raw();
const milestone = `select m.id, m.title, m.status, m.${n.dueEarliest}, m.${n.dueLatest}, w.id, w.name, o.id, o.name from`;
const joins = `left join workstreams w on w.id = m.${n.workstreamId} left join ${n.organisations} o on o.id = m.${n.organisationId}`;
const list = db.prepare(`${milestone} (select * from milestones where ${n.open} and ${n.dueKey} <= ? order by ${n.dueKey}, id limit 100) m ${joins} order by ${over === "graph" ? "coalesce(m.dueEarliest, m.dueLatest, '9999-12-31')" : "m.due_key"}, m.id`).raw();
const point = db.prepare(`${milestone} milestones m ${joins} where m.id = ?`).raw();
const counted = db.prepare(`select case
    when status = 'CANCELLED' then 'CANCELLED'
    when status = 'MET' then case when ${n.actualLatest} <= ${n.firstEarliest} then 'MET_ON_TIME' when ${n.actualEarliest} > ${n.firstLatest} then 'MET_LATE' else 'MET_TIMING_UNCERTAIN' end
    when ${n.dueEarliest} is null and ${n.dueLatest} is null then 'UNDATED'
    when ${n.dueEarliest} > :on then 'UPCOMING'
    when ${n.dueLatest} is null or ${n.dueLatest} >= :on then 'IN_WINDOW'
    when status in ('NOT_MET', 'PARTIALLY_MET') or (${n.saidNotDoneOn} > ${n.dueLatest} and ${n.saidNotDoneOn} <= :on) then 'OVERDUE'
    else 'PAST_DUE_NOT_REPORTED' end, count(*) from milestones where ${n.open} group by 1`).raw();

const zRow = z.array(z.unknown());
/** The cells of a row: what SQLite gives is trusted here, as checking it would be most of the work. */
// oxlint-disable-next-line no-unsafe-type-assertion -- see above
const all = (statement: SQLite.Statement, ...given: unknown[]): readonly (readonly unknown[])[] => statement.all(...given) as unknown[][];

const named = (id: unknown, name: unknown): Row | null => (id === null ? null : { id, name });
const milestoneFrom = ([id, title, status, earliest, latest, workstreamId, workstream, ownerId, owner]: readonly unknown[]): Row =>
  ({ id, title, status, due: { earliest, latest }, workstream: named(workstreamId, workstream), ownerOrganisation: named(ownerId, owner) });

const answers: Readonly<Record<string, (variables: Row) => unknown>> = {
  Board: ({ to }) => {
    const nodes = all(workstreams);
    const ids = JSON.stringify(nodes.map(([id]) => id));
    const milestones = new Map<unknown, Row[]>(nodes.map(([id]) => [id, []]));
    for (const [workstream, id, title, status, earliest, latest, ownerId, owner] of all(milestonesOf, ids, to)) milestones.get(workstream)?.push({ id, title, status, due: { earliest, latest }, ownerOrganisation: named(ownerId, owner) });
    const sums = new Map(all(funding, ids).map(([id, pence, count]) => [id, { known: { pence }, knownCount: count }]));
    return {
      workstreams: {
        nodes: nodes.map(([id, name, status, programmeId, programme, teamId, team]) => ({
          id, name, status, programme: named(programmeId, programme), leadHealthIntegrationTeam: named(teamId, team), milestones: { nodes: milestones.get(id) },
          fundingSummary: { awarded: { sum: sums.get(id) ?? { known: { pence: null }, knownCount: 0 } } },
        })),
      },
    };
  },
  List: ({ to }) => ({ milestones: { nodes: all(list, to).map(milestoneFrom) } }),
  Point: ({ id }) => {
    const found = zRow.optional().parse(point.get(id));
    return { milestone: found === undefined ? null : milestoneFrom(found) };
  },
  Count: ({ on }) => {
    const counts = new Map(all(counted, { on }).map(([timing, count]) => [timing, count]));
    return { overview: { milestones: { byTiming: milestoneTimings.map((timing) => ({ timing, count: counts.get(timing) ?? 0 })) } } };
  },
};

const zAsked = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()) });

const server = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on("data", (piece: Buffer) => pieces.push(piece));
  request.on("end", () => {
    const { query, variables } = zAsked.parse(JSON.parse(Buffer.concat(pieces).toString()));
    const answer = answers[query.slice(6, query.indexOf("("))];
    if (answer === undefined) throw new Error("This is not one of the four questions.");
    const body = Buffer.from(JSON.stringify({ data: answer(variables) }));
    response.writeHead(200, { "content-type": "application/json; charset=utf-8", "content-length": body.length });
    response.end(body);
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`ready at http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}\n`);
});
