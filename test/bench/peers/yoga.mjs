// GraphQL Yoga with a schema by Pothos over SQLite, with its plugin for dataloaders, on node:http; parsing and validation are kept by Yoga itself.
import { createServer } from "node:http";
import SchemaBuilder from "@pothos/core";
import DataloaderPlugin from "@pothos/plugin-dataloader";
import DataLoader from "dataloader";
import SQLite from "better-sqlite3";
import { createYoga } from "graphql-yoga";
import { grouped } from "./grouped.mjs";
import { counted, TIMINGS } from "./timing.mjs";

const [file, port] = process.argv.slice(2);
const db = new SQLite(file, { readonly: true });
const builder = new SchemaBuilder({ plugins: [DataloaderPlugin] });

const workstreams = db.prepare("select * from workstreams order by name_key, id limit ?");
const milestones = db.prepare("select * from milestones where due_key <= ? order by due_key, id limit ?");
const milestone = db.prepare("select * from milestones where id = ?");
const byTiming = db.prepare(counted);
const milestonesOf = db.prepare(`select m.* from json_each(?) w cross join milestones m on m.id in
  (select id from milestones where workstream_id = w.value and due_key <= ? order by due_key, id limit ?) order by m.due_key, m.id`);
const fundingOf = db.prepare("select workstream_id, sum(pence) pence, count(pence) count from awards where workstream_id in (select value from json_each(?)) group by workstream_id");
const AFTER_ALL = "9999-12-30";

/** An object that is loaded by its id, all that are asked for together by one statement. */
function loadable(name, table, fields) {
  const statement = db.prepare(`select * from ${table} where id in (select value from json_each(?))`);
  return builder.loadableObject(name, {
    load: async (ids) => {
      const found = new Map(statement.all(JSON.stringify(ids)).map((row) => [row.id, row]));
      return ids.map((id) => found.get(id) ?? null);
    },
    fields: (t) => ({ id: t.exposeID("id"), name: t.exposeString("name"), ...fields?.(t) }),
  });
}

builder.scalarType("Day", { serialize: (value) => value });
const Programme = loadable("Programme", "programmes");
const Team = loadable("HealthIntegrationTeam", "teams");
const Organisation = loadable("Organisation", "organisations");

const Span = builder.objectRef("Span").implement({
  fields: (t) => ({
    earliest: t.field({ type: "Day", nullable: true, resolve: (row) => row.due_earliest }),
    latest: t.field({ type: "Day", nullable: true, resolve: (row) => row.due_latest }),
  }),
});
const Window = builder.inputType("Window", { fields: (t) => ({ to: t.field({ type: "Day" }) }) });
const MilestoneFilter = builder.inputType("MilestoneFilter", { fields: (t) => ({ due: t.field({ type: Window }) }) });
const pageArgs = (t) => ({ first: t.arg.int({ required: true }), filter: t.arg({ type: MilestoneFilter }) });

const Milestone = builder.objectRef("Milestone");
const Milestones = builder.objectRef("Milestones").implement({ fields: (t) => ({ nodes: t.field({ type: [Milestone], resolve: (rows) => rows }) }) });
const Money = builder.objectRef("Money").implement({ fields: (t) => ({ pence: t.float({ nullable: true, resolve: (sum) => sum.pence }) }) });
const Sum = builder.objectRef("Sum").implement({ fields: (t) => ({ known: t.field({ type: Money, resolve: (sum) => sum }), knownCount: t.int({ resolve: (sum) => sum.count }) }) });
const Figure = builder.objectRef("Figure").implement({ fields: (t) => ({ sum: t.field({ type: Sum, resolve: (sum) => sum }) }) });
const Funding = builder.objectRef("Funding").implement({ fields: (t) => ({ awarded: t.field({ type: Figure, resolve: (sum) => sum }) }) });

/** One loader a request and page asked for: what a request asks for together is one statement. */
function loaderIn(context, key, load) {
  context.loaders ??= new Map();
  let loader = context.loaders.get(key);
  if (loader === undefined) context.loaders.set(key, loader = new DataLoader(load));
  return loader;
}

const Workstream = loadable("Workstream", "workstreams", (t) => ({
  status: t.exposeString("status"),
  programme: t.field({ type: Programme, nullable: true, resolve: (row) => row.programme_id }),
  leadHealthIntegrationTeam: t.field({ type: Team, nullable: true, resolve: (row) => row.team_id }),
  milestones: t.field({
    type: Milestones, args: pageArgs(t),
    resolve: (row, { first, filter }, context) => {
      const to = filter?.due?.to ?? AFTER_ALL;
      return loaderIn(context, `milestones ${first} ${to}`, async (ids) => {
        const rows = grouped(milestonesOf.all(JSON.stringify(ids), to, first), "workstream_id");
        return ids.map((id) => rows.get(id) ?? []);
      }).load(row.id);
    },
  }),
  fundingSummary: t.field({
    type: Funding,
    resolve: (row, _, context) => loaderIn(context, "funding", async (ids) => {
      const sums = new Map(fundingOf.all(JSON.stringify(ids)).map((sum) => [sum.workstream_id, sum]));
      return ids.map((id) => sums.get(id) ?? { pence: null, count: 0 });
    }).load(row.id),
  }),
}));
const Workstreams = builder.objectRef("Workstreams").implement({ fields: (t) => ({ nodes: t.field({ type: [Workstream], resolve: (rows) => rows }) }) });

Milestone.implement({
  fields: (t) => ({
    id: t.exposeID("id"), title: t.exposeString("title"), status: t.exposeString("status"),
    due: t.field({ type: Span, resolve: (row) => row }),
    workstream: t.field({ type: Workstream, nullable: true, resolve: (row) => row.workstream_id }),
    ownerOrganisation: t.field({ type: Organisation, nullable: true, resolve: (row) => row.organisation_id }),
  }),
});

const TimingFigure = builder.objectRef("TimingFigure").implement({ fields: (t) => ({ timing: t.exposeString("timing"), count: t.exposeInt("count") }) });
const MilestonesOverview = builder.objectRef("MilestonesOverview").implement({
  fields: (t) => ({
    byTiming: t.field({
      type: [TimingFigure],
      resolve: ({ on }) => {
        const counts = new Map(byTiming.all({ on }).map(({ timing, count }) => [timing, count]));
        return TIMINGS.map((timing) => ({ timing, count: counts.get(timing) ?? 0 }));
      },
    }),
  }),
});
const Overview = builder.objectRef("Overview").implement({ fields: (t) => ({ milestones: t.field({ type: MilestonesOverview, resolve: (day) => day }) }) });

const WorkstreamOrder = builder.enumType("WorkstreamOrder", { values: ["NAME"] });

builder.queryType({
  fields: (t) => ({
    workstreams: t.field({ type: Workstreams, args: { first: t.arg.int({ required: true }), orderBy: t.arg({ type: WorkstreamOrder }) }, resolve: (_, { first }) => workstreams.all(first) }),
    milestones: t.field({ type: Milestones, args: pageArgs(t), resolve: (_, { first, filter }) => milestones.all(filter?.due?.to ?? AFTER_ALL, first) }),
    milestone: t.field({ type: Milestone, nullable: true, args: { id: t.arg.id({ required: true }) }, resolve: (_, { id }) => milestone.get(id) }),
    overview: t.field({ type: Overview, args: { on: t.arg({ type: "Day", required: true }) }, resolve: (_, { on }) => ({ on }) }),
  }),
});

const yoga = createYoga({ schema: builder.toSchema(), graphiql: false, landingPage: false, logging: false, maskedErrors: false });
const server = createServer(yoga);
server.listen(Number(port), "127.0.0.1", () => { console.log(`ready at http://127.0.0.1:${server.address().port}`); });
