import { and, sql, type SQL } from "drizzle-orm";
import { visible } from "../../../api/access/audience.ts";
import { reading, type Context } from "../../../api/context.ts";
import { loaderFor } from "../../../api/loaders.ts";
import { either, pointedAtBy, pointsAt } from "../../../api/list/related.ts";
import { grouped } from "../../../kernel/grouped.ts";
import { columnsOf, tableStatement } from "../../../ledger/graph.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import type { AwardPartyFilter, FundingSummaryFilter } from "../funding/inputs.ts";
import type { PostFunderFilter } from "./inputs.ts";
import { fundersOfPost } from "./loaders.ts";
import { postFundingOn } from "./rules.ts";
import { paidBy, postAt, postSays } from "./store.ts";
import { postFunders, posts } from "./table.ts";

type Row = typeof posts.$inferSelect;
type Keyed = Row & { readonly parentKey: string };

/** Over what a summary is. */
export type SummaryFilter = { readonly [Field in keyof FundingSummaryFilter]: FundingSummaryFilter[Field] };

/**
 * The posts that a summary is silent about: somebody pays for them, and how much of them is not known. One statement for the
 * posts of all summaries that differ in their programme or HIT only, one for who pays for them.
 */
export async function postsBeside(context: Context, filter: SummaryFilter): Promise<Row[]> {
  // No source puts a post in a workstream.
  if (typeof filter.workstream === "string") return [];
  const found = await postsPaidFor(context, filter);
  const funded = await Promise.all(found.map(async (post) => ({ post, funding: postFundingOn(await fundersOfPost(context, post.id), context.today) })));
  return funded.filter(({ funding }) => funding.status === "NOT_KNOWN" || funding.status === "CONFLICTING").map(({ post }) => post);
}

async function postsPaidFor(context: Context, { programme, healthIntegrationTeam, ...others }: SummaryFilter): Promise<readonly Row[]> {
  const byProgramme = typeof programme === "string";
  const rest = byProgramme ? { ...others, healthIntegrationTeam: healthIntegrationTeam ?? null } : others;
  const [by, key] = byProgramme ? (["programme", programme] as const) : typeof healthIntegrationTeam === "string" ? (["team", healthIntegrationTeam] as const) : (["all", ""] as const);
  return loaderFor(context, `posts beside funding by ${by} ${JSON.stringify(rest)}`, (_, keys) => {
    const rows = tableStatement<Keyed>(
      posts,
      sql`select ${columnsOf(posts)}, "parent".value as "parentKey" from json_each(${JSON.stringify(keys)}) "parent" join ${posts} on ${belongs(context, by)}
        where ${and(visible(context.viewer, posts), ...postsFor(rest, context))}`,
    ).all(reading(context));
    const byKey = grouped(rows, (row) => row.parentKey);
    return keys.map((one) => byKey.get(one) ?? []);
  }).load(key);
}

const PARENT = sql`"parent".value`;

function belongs(context: Context, by: "programme" | "team" | "all"): SQL {
  if (by === "programme") return pointsAt(context, posts.programmeId, programmes, sql`${programmes.id} = ${PARENT}`) ?? sql`1`;
  if (by === "all") return sql`1`;
  return pointedAtBy(context, posts.id, postFunders, postFunders.postId, pointsAt(context, postFunders.healthIntegrationTeamId, healthIntegrationTeams, sql`${healthIntegrationTeams.id} = ${PARENT}`)) ?? sql`1`;
}

function postsFor({ healthIntegrationTeam, place, system, contains, party }: SummaryFilter, context: Context): (SQL | undefined)[] {
  return [
    paidBy(asFunder(party), context),
    typeof healthIntegrationTeam === "string" ? paidBy({ healthIntegrationTeam }, context) : undefined,
    either(
      postAt(place, context),
      pointedAtBy(context, posts.id, postFunders, postFunders.postId, pointsAt(context, postFunders.healthIntegrationTeamId, healthIntegrationTeams, inPlace(context, healthIntegrationTeams.placeId, place))),
    ),
    ofSystem(context, posts, system),
    postSays(contains),
  ];
}

/** A party to an award that pays for a post does so in the same roles; in another role it pays for none. */
function asFunder(party: AwardPartyFilter | null | undefined): PostFunderFilter {
  return party ?? {};
}
