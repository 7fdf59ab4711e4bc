import { and, sql, type SQL } from "drizzle-orm";
import { rowsBy } from "../../../api/act/rows.ts";
import { certaintyWithin, contains, isIn, within } from "../../../api/list/condition.ts";
import type { Context } from "../../../api/context.ts";
import { holdingCertainty, mayHoldOn, spanOf, weakest } from "../../../api/list/held-on.ts";
import { byWords, earliestFirst, inOrderOf } from "../../../api/list/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointedAtBy, pointsAt, pointsTo } from "../../../api/list/related.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import { ofOrganisation } from "../../partners/organisation/succession.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { partyIs } from "../../partners/party/store.ts";
import { people } from "../../partners/person/table.ts";
import { fundingAwards } from "../funding/table.ts";
import type { PostFilter, PostFunderFilter, PostHolderFilter } from "./inputs.ts";
import { postFunders, postHolders, posts, postStatuses } from "./table.ts";

export const holdersOf = rowsBy(postHolders, postHolders.postId);
export const fundersOf = rowsBy(postFunders, postFunders.postId);

export const postListing: Listing<typeof posts, PostFilter> = {
  table: posts,
  orders: { TITLE: byWords(posts.title), STATUS: inOrderOf(postStatuses, posts.status), START: earliestFirst(posts.start) },
  where: (filter, context) => [
    pointsTo(context, posts.programmeId, programmes, filter.programme),
    postAt(filter.place, context),
    ofSystem(context, posts, filter.system),
    either(...[posts.employerId, posts.hostId].map((column) => ofOrganisation(context, column, filter.organisation, filter))),
    ofOrganisation(context, posts.employerId, filter.employer, filter),
    ofOrganisation(context, posts.hostId, filter.host, filter),
    pointedAtBy(context, posts.id, postHolders, postHolders.postId, pointsTo(context, postHolders.personId, people, filter.person)),
    isIn(posts.status, filter.status),
    filter.funder ? paidBy(filter.funder, context) : undefined,
    typeof filter.hasFunder === "boolean" ? sql`(${paidBy({}, context)}) = ${Number(filter.hasFunder)}` : undefined,
    isIn(sql`json_extract(${posts.cost}, '$.status')`, filter.costStatus),
    within(spanOf(posts.start), filter.start),
    within(spanOf(posts.end), filter.end),
    postSays(filter.contains),
  ],
  certainty: ({ start, end }) => weakest(start ? certaintyWithin(spanOf(posts.start), start) : undefined, end ? certaintyWithin(spanOf(posts.end), end) : undefined),
};

export const postHolderListing: Listing<typeof postHolders, PostHolderFilter> = {
  table: postHolders,
  orders: { SINCE: earliestFirst(postHolders.since) },
  where: (filter, context) => [
    pointsTo(context, postHolders.personId, people, filter.person),
    within(spanOf(postHolders.since), filter.since),
    within(spanOf(postHolders.until), filter.until),
    mayHoldOn(postHolders, filter.on),
    ofSystem(context, postHolders, filter.system),
  ],
  certainty: (filter) => holdingCertainty(postHolders, filter),
};

/** Somebody like this, whom the viewer may see, pays for the post. */
export function paidBy(filter: PostFunderFilter, context: Context): SQL {
  const holds = and(
    isIn(postFunders.role, filter.role),
    isIn(sql`json_extract(${postFunders.share}, '$.status')`, filter.shareStatus),
    pointsTo(context, postFunders.awardId, fundingAwards, filter.award),
    ...partyIs(postFunders, filter, context),
  );
  return pointedAtBy(context, posts.id, postFunders, postFunders.postId, holds ?? sql`1`) ?? sql`1`;
}

/** Its programme, employer or host is at the place or at one in it. */
export function postAt(place: string | null | undefined, context: Context): SQL | undefined {
  return either(
    pointsAt(context, posts.programmeId, programmes, inPlace(context, programmes.placeId, place)),
    pointsAt(context, posts.employerId, organisations, inPlace(context, organisations.placeId, place)),
    pointsAt(context, posts.hostId, organisations, inPlace(context, organisations.placeId, place)),
  );
}

/** The words stand in its title, its purpose or one of its duties. */
export function postSays(words: string | null | undefined): SQL | undefined {
  const duties = words === null || words === undefined ? undefined : sql`exists (select 1 from json_each(${posts.duties}) where instr(lower(value), ${words.toLowerCase()}) > 0)`;
  return either(contains(posts.title, words), contains(posts.purpose, words), duties);
}
