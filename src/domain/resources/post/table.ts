import { index, sqliteTable } from "drizzle-orm/sqlite-core";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, money, oneOf, partialDate, quantity, reference, wordList, words } from "../../../ledger/column.ts";
import { belonging } from "../../foundation/place/table.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { people } from "../../partners/person/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { groups } from "../../partners/group/table.ts";
import { partyOf } from "../../partners/party/rules.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { fundingAwards } from "../funding/table.ts";

export const postStatuses = ["PROPOSED", "APPROVED", "ADVERTISED", "FILLED", "VACANT", "ENDED", "NOT_REPORTED"] as const;

export const postFunderRoles = ["FUNDER", "PART_FUNDER"] as const;

export const posts = sqliteTable(
  "posts",
  {
    ...identity,
    ...belonging,
    title: words().notNull(),
    status: oneOf(postStatuses).notNull(),
    purpose: words(),
    duties: wordList(),
    start: partialDate(),
    end: partialDate(),
    cost: money(),
    employerId: reference(() => organisations.id),
    /** The organisation or partnership that it works in, where that is not the employer. */
    hostId: reference(() => organisations.id),
    programmeId: reference(() => programmes.id),
    /** Who manages it, where a source describes but does not name them. */
    managedBy: words(),
  },
  (post) => [
    index("posts_by_employer").on(post.employerId),
    index("posts_by_host").on(post.hostId),
    index("posts_by_programme").on(post.programmeId),
    index("posts_by_status").on(post.status),
  ],
);

/** Somebody who has the post for a time. Without a person, it is held by somebody whom the source does not name. */
export const postHolders = sqliteTable(
  "post_holders",
  {
    ...identity,
    ...belonging,
    postId: reference(() => posts.id).notNull(),
    personId: reference(() => people.id),
    since: partialDate(),
    until: partialDate(),
  },
  (holder) => [index("post_holders_by_post").on(holder.postId), index("post_holders_by_person").on(holder.personId)],
);

/**
 * Somebody who pays for the post: exactly one of organisation, HIT, group and description. The funding of a post is
 * complete only if all shares are known and add up to the whole.
 */
export const postFunders = sqliteTable(
  "post_funders",
  {
    ...identity,
    ...belonging,
    postId: reference(() => posts.id).notNull(),
    role: oneOf(postFunderRoles).notNull(),
    organisationId: reference(() => organisations.id),
    healthIntegrationTeamId: reference(() => healthIntegrationTeams.id),
    groupId: reference(() => groups.id),
    /** Who it is where a source describes but does not name them. */
    description: words(),
    /** The part of the whole that they pay, as a fraction. */
    share: quantity(),
    amount: money(),
    period: partialDate(),
    awardId: reference(() => fundingAwards.id),
  },
  (funder) => [
    index("post_funders_by_post").on(funder.postId),
    index("post_funders_by_organisation").on(funder.organisationId),
    index("post_funders_by_health_integration_team").on(funder.healthIntegrationTeamId),
    index("post_funders_by_group").on(funder.groupId),
    index("post_funders_by_award").on(funder.awardId),
  ],
);

export const postKind = recordKind("Post", "po", posts, { names: [posts.title], partOf: [posts.programmeId] });
export const postHolderKind = recordKind("PostHolder", "ph", postHolders, {
  spoken: "holder", called: (row) => (row.personId === null ? [] : [{ of: row.personId }]),
  partOf: [postHolders.postId], goesWith: postHolders.postId,
});
export const postFunderKind = recordKind("PostFunder", "pf", postFunders, {
  spoken: "funder",
  partOf: [postFunders.postId], goesWith: postFunders.postId, choices: [partyOf(postFunders)],
});
