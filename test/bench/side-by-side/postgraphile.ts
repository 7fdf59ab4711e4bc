import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { startPostgres } from "../../support/postgres.ts";
import { rowsIntoPostgres } from "./postgres-rows.ts";
import { parentOf, served, workedWithChildren } from "./process.ts";
import type { System } from "./system.ts";

const MILESTONE = "id: rowId title status dueEarliest dueLatest";
const NAMED = "{ id: rowId name }";
const UNTIL = "orderBy: [DUE_KEY_ASC, ROW_ID_ASC], filter: { dueKey: { lessThanOrEqualTo: $to } }";

/** The four questions as PostGraphile's schema has them, whose names follow from tables. */
const WORDINGS: Readonly<Record<string, string>> = {
  board: `query Board($to: Date!) { workstreams(first: 50, orderBy: [NAME_KEY_ASC, ROW_ID_ASC]) { nodes { id: rowId name status programme ${NAMED} leadHealthIntegrationTeam: team ${NAMED}
    milestones(first: 10, ${UNTIL}) { nodes { ${MILESTONE} ownerOrganisation: organisation ${NAMED} } } funding { pence count } } } }`,
  list: `query List($to: Date!) { milestones(first: 100, ${UNTIL}) { nodes { ${MILESTONE} workstream ${NAMED} ownerOrganisation: organisation ${NAMED} } } }`,
  point: `query Point($id: String!) { milestone(rowId: $id) { ${MILESTONE} workstream ${NAMED} ownerOrganisation: organisation ${NAMED} } }`,
  count: "query Count($on: Date!) { milestonesByTiming(day: $on) { nodes { timing count } } }",
};

const zMilestone = z.looseObject({ dueEarliest: z.string().nullable(), dueLatest: z.string().nullable() }).transform(({ dueEarliest, dueLatest, ...rest }) => ({ ...rest, due: { earliest: dueEarliest, latest: dueLatest } }));
const zFunding = z.object({ pence: z.number().nullable(), count: z.number() });
const zWorkstream = z.looseObject({ milestones: z.object({ nodes: z.array(zMilestone) }), funding: zFunding })
  .transform(({ funding: { pence, count }, ...rest }) => ({ ...rest, fundingSummary: { awarded: { sum: { known: { pence }, knownCount: count } } } }));
const zFigures = z.object({ milestonesByTiming: z.object({ nodes: z.array(z.object({ timing: z.string(), count: z.number() })) }) });

/** Its answers in the common form. Timings of which there are none it leaves out. */
const commons = (timings: readonly string[]): Readonly<Record<string, z.ZodType>> => ({
  board: z.object({ workstreams: z.object({ nodes: z.array(zWorkstream) }) }),
  list: z.object({ milestones: z.object({ nodes: z.array(zMilestone) }) }),
  point: z.object({ milestone: zMilestone.nullable() }),
  count: zFigures.transform(({ milestonesByTiming: { nodes } }) => ({
    overview: { milestones: { byTiming: timings.map((timing) => ({ timing, count: nodes.find((node) => node.timing === timing)?.count ?? 0 })) } },
  })),
});

/** The Node with which it runs, as it needs a newer one than Waymark: this one where it is new enough, or one from the peers' folder; null where there is none. */
function newerNode(folder: string): string | null {
  if (Number(process.versions.node.split(".")[0]) >= 22) return process.execPath;
  const found = join(folder, "node_modules", `node-${process.platform}-${process.arch}`, "bin/node");
  return existsSync(found) ? found : null;
}

/** PostGraphile over a PostgreSQL of its own, which ends with it. Null where the Node that it needs cannot be had. */
export async function postgraphile(folder: string, rows: string, timings: readonly string[]): Promise<System | null> {
  const program = newerNode(folder);
  if (program === null) return null;
  const postgres = await startPostgres();
  try {
    await rowsIntoPostgres(rows, postgres.own);
    const [backend] = z.array(z.object({ pid: z.number() })).parse(await postgres.run(postgres.own, "select pg_backend_pid() as pid"));
    const postmaster = parentOf(backend?.pid ?? 0);
    const server = await served("PostGraphile 5", { program, args: ["postgraphile.mjs", postgres.own, "0"], folder });
    const common = commons(timings);
    return {
      ...server, path: "/graphql", behind: () => workedWithChildren(postmaster),
      wording: (shape, document) => WORDINGS[shape] ?? document,
      common: (shape, data) => common[shape]?.parse(data),
      end: async () => {
        await server.end();
        await postgres.end();
      },
    };
  } catch (error) {
    await postgres.end();
    throw error;
  }
}
