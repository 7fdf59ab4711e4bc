// Mercurius over SQLite: Fastify, graphql-jit after the first answer, and loaders for what hangs on what, as its documentation has them.
import SQLite from "better-sqlite3";
import Fastify from "fastify";
import mercurius from "mercurius";
import { grouped } from "./grouped.mjs";
import { counted, TIMINGS } from "./timing.mjs";

const [file, port] = process.argv.slice(2);
const db = new SQLite(file, { readonly: true });

const schema = `
  scalar Day
  enum WorkstreamOrder { NAME }
  type Named { id: ID! name: String! }
  type Span { earliest: Day latest: Day }
  input Window { to: Day }
  input MilestoneFilter { due: Window }
  type Milestone { id: ID! title: String! status: String! due: Span! workstream: Workstream ownerOrganisation: Named }
  type Milestones { nodes: [Milestone!]! }
  type Money { pence: Float }
  type Sum { known: Money! knownCount: Int! }
  type Figure { sum: Sum! }
  type Funding { awarded: Figure! }
  type Workstream {
    id: ID! name: String! status: String! programme: Named leadHealthIntegrationTeam: Named
    milestones(first: Int!, filter: MilestoneFilter): Milestones! fundingSummary: Funding!
  }
  type Workstreams { nodes: [Workstream!]! }
  type TimingFigure { timing: String! count: Int! }
  type MilestonesOverview { byTiming: [TimingFigure!]! }
  type Overview { milestones: MilestonesOverview! }
  type Query {
    workstreams(first: Int!, orderBy: WorkstreamOrder): Workstreams!
    milestones(first: Int!, filter: MilestoneFilter): Milestones!
    milestone(id: ID!): Milestone
    overview(on: Day!): Overview!
  }`;

const workstreams = db.prepare("select * from workstreams order by name_key, id limit ?");
const milestones = db.prepare("select * from milestones where due_key <= ? order by due_key, id limit ?");
const milestone = db.prepare("select * from milestones where id = ?");
const byTiming = db.prepare(counted);
const many = (table) => db.prepare(`select * from ${table} where id in (select value from json_each(?))`);
const [programmes, teams, organisations, workstreamsById] = ["programmes", "teams", "organisations", "workstreams"].map(many);
const milestonesOf = db.prepare(`select m.* from json_each(?) w cross join milestones m on m.id in
  (select id from milestones where workstream_id = w.value and due_key <= ? order by due_key, id limit ?) order by m.due_key, m.id`);
const fundingOf = db.prepare("select workstream_id, sum(pence) pence, count(pence) count from awards where workstream_id in (select value from json_each(?)) group by workstream_id");

const AFTER_ALL = "9999-12-30";
const named = (statement, key) => async (queries) => {
  const found = new Map(statement.all(JSON.stringify([...new Set(queries.map(({ obj }) => obj[key]))])).map((row) => [row.id, row]));
  return queries.map(({ obj }) => found.get(obj[key]) ?? null);
};

const loaders = {
  Workstream: {
    programme: { loader: named(programmes, "programme_id"), opts: { cache: false } },
    leadHealthIntegrationTeam: { loader: named(teams, "team_id"), opts: { cache: false } },
    milestones: {
      async loader(queries) {
        // All ask for the same page: one statement.
        const [{ params: { first, filter } }] = queries;
        const rows = grouped(milestonesOf.all(JSON.stringify(queries.map(({ obj }) => obj.id)), filter?.due?.to ?? AFTER_ALL, first), "workstream_id");
        return queries.map(({ obj }) => ({ nodes: rows.get(obj.id) ?? [] }));
      },
      opts: { cache: false },
    },
    fundingSummary: {
      async loader(queries) {
        const sums = new Map(fundingOf.all(JSON.stringify(queries.map(({ obj }) => obj.id))).map((row) => [row.workstream_id, row]));
        return queries.map(({ obj }) => ({ awarded: { sum: { known: { pence: sums.get(obj.id)?.pence ?? null }, knownCount: sums.get(obj.id)?.count ?? 0 } } }));
      },
      opts: { cache: false },
    },
  },
  Milestone: {
    workstream: { loader: named(workstreamsById, "workstream_id"), opts: { cache: false } },
    ownerOrganisation: { loader: named(organisations, "organisation_id"), opts: { cache: false } },
  },
};

const resolvers = {
  Query: {
    workstreams: (_, { first }) => ({ nodes: workstreams.all(first) }),
    milestones: (_, { first, filter }) => ({ nodes: milestones.all(filter?.due?.to ?? AFTER_ALL, first) }),
    milestone: (_, { id }) => milestone.get(id) ?? null,
    overview: (_, { on }) => {
      const counts = new Map(byTiming.all({ on }).map(({ timing, count }) => [timing, count]));
      return { milestones: { byTiming: TIMINGS.map((timing) => ({ timing, count: counts.get(timing) ?? 0 })) } };
    },
  },
  Milestone: { due: (row) => ({ earliest: row.due_earliest, latest: row.due_latest }) },
};

const app = Fastify({ logger: false });
await app.register(mercurius, { schema, resolvers, loaders, jit: 1 });
console.log(`ready at ${await app.listen({ port: Number(port), host: "127.0.0.1" })}`);
