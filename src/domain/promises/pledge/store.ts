import { rowsBy } from "../../../api/act/rows.ts";
import { and, sql, type SQL } from "drizzle-orm";
import { contains, is, isIn, within, certaintyWithin } from "../../../api/list/condition.ts";
import type { Context } from "../../../api/context.ts";
import { spanOf, weakest } from "../../../api/list/held-on.ts";
import { byPlaceIn, byWords, earliestFirst, inOrderOf, latestFirst } from "../../../api/list/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointedAtBy, pointsAt, pointsTo } from "../../../api/list/related.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { workstreams } from "../../delivery/workstream/table.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import { outputs } from "../../learning/output/table.ts";
import { groups } from "../../partners/group/table.ts";
import { ofOrganisation } from "../../partners/organisation/succession.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { people } from "../../partners/person/table.ts";
import type { PledgeCommitmentFilter, PledgeFilter } from "./inputs.ts";
import type { PledgeActionFilter, PledgeSignatureFilter } from "./signature-inputs.ts";
import { dueBySpan } from "./due-by.ts";
import { actionCommitments, actionProgresses, pledgeActions, pledgeCommitments, pledgeDifferences, pledgeEligibilities, pledgeSignatures, pledgeSigners, pledges, pledgeVersions } from "./table.ts";

const signedSpan = { earliest: pledgeSignatures.signedEarliest, latest: pledgeSignatures.signedLatest };

export const eligibilitiesOf = rowsBy(pledgeEligibilities, pledgeEligibilities.pledgeVersionId);
export const signersOf = rowsBy(pledgeSigners, pledgeSigners.pledgeVersionId);
export const commitmentsIn = rowsBy(pledgeCommitments, pledgeCommitments.pledgeVersionId);
export const signaturesUnder = rowsBy(pledgeSignatures, pledgeSignatures.pledgeId);
export const actionsNamedIn = rowsBy(pledgeActions, pledgeActions.signatureId);
export const actionsGoingOnWith = rowsBy(pledgeActions, pledgeActions.carriedForwardFromId);

export const pledgeListing: Listing<typeof pledges, PledgeFilter> = {
  table: pledges,
  orders: { TITLE: byWords(pledges.title) },
  where: (filter, context) => [
    inPlace(context, pledges.placeId, filter.place),
    ofSystem(context, pledges, filter.system),
    pointsTo(context, pledges.programmeId, programmes, filter.programme),
    pointedAtBy(context, pledges.id, pledgeVersions, pledgeVersions.pledgeId,
      pointedAtBy(context, pledgeVersions.id, pledgeEligibilities, pledgeEligibilities.pledgeVersionId, isIn(pledgeEligibilities.signatoryKind, filter.eligible))),
    contains(pledges.title, filter.titleContains),
  ],
};

export const pledgeCommitmentListing: Listing<typeof pledgeCommitments, PledgeCommitmentFilter> = {
  table: pledgeCommitments,
  orders: { NUMBER: { by: pledgeCommitments.number }, WORDING: byWords(pledgeCommitments.wording) },
  where: (filter, context) => [
    pointsAt(context, pledgeCommitments.pledgeVersionId, pledgeVersions, pointsTo(context, pledgeVersions.pledgeId, pledges, filter.pledge)),
    pointsTo(context, pledgeCommitments.pledgeVersionId, pledgeVersions, filter.pledgeVersion),
    filter.number ? sql`${pledgeCommitments.number} in (select value from json_each(${JSON.stringify(filter.number)}))` : undefined,
    isIn(pledgeCommitments.numberBasis, filter.numberBasis),
    either(contains(pledgeCommitments.wording, filter.contains), contains(pledgeCommitments.topics, filter.contains)),
    pointsTo(context, pledgeCommitments.outputId, outputs, filter.output),
    differs(context, isIn(pledgeDifferences.kind, filter.difference)),
    ofSystem(context, pledgeCommitments, filter.system),
  ],
};

export const pledgeSignatureListing: Listing<typeof pledgeSignatures, PledgeSignatureFilter> = {
  table: pledgeSignatures,
  orders: { SIGNED: earliestFirst(pledgeSignatures.signed), LATEST: latestFirst(pledgeSignatures.signed) },
  where: signatureIs,
  certainty: ({ signed }) => (signed ? certaintyWithin(signedSpan, signed) : undefined),
};

export const pledgeActionListing: Listing<typeof pledgeActions, PledgeActionFilter> = {
  table: pledgeActions,
  orders: {
    DUE_BY: { by: (context) => sql`coalesce(${dueBySpan(context).earliest}, '9999-12-31')` },
    PROGRESS: inOrderOf(actionProgresses, pledgeActions.progress),
    POSITION: byPlaceIn(pledgeActions.signatureId, pledgeActions.position),
    STATEMENT: byWords(pledgeActions.statement),
  },
  where: (filter, context) => [
    filter.signature ? pointsAt(context, pledgeActions.signatureId, pledgeSignatures, and(sql`1`, ...signatureIs(filter.signature, context))) : undefined,
    isIn(pledgeActions.nature, filter.nature),
    isIn(pledgeActions.progress, filter.progress),
    isIn(pledgeActions.outcome, filter.outcome),
    is(sql`(${pledgeActions.outcome} is not null)`, filter.isReviewed),
    filter.dueBy ? within(dueBySpan(context), filter.dueBy) : undefined,
    within(spanOf(pledgeActions.reviewed), filter.reviewed),
    pointedAtBy(context, pledgeActions.id, actionCommitments, actionCommitments.actionId, pointsTo(context, actionCommitments.commitmentId, pledgeCommitments, filter.commitment)),
    pointsTo(context, pledgeActions.workstreamId, workstreams, filter.workstream),
    pointsTo(context, pledgeActions.outputId, outputs, filter.output),
    contains(pledgeActions.statement, filter.statementContains),
    ofSystem(context, pledgeActions, filter.system),
  ],
  certainty: ({ dueBy, reviewed }, context) =>
    weakest(dueBy ? certaintyWithin(dueBySpan(context), dueBy) : undefined, reviewed ? certaintyWithin(spanOf(pledgeActions.reviewed), reviewed) : undefined),
};

export const actionCommitmentListing: Listing<typeof actionCommitments, object> = {
  table: actionCommitments,
  orders: { AS_RECORDED: { by: actionCommitments.id } },
  where: () => [],
};

/** What holds for the signatures that a filter asks for. */
export function signatureIs(filter: PledgeSignatureFilter, context: Context): (SQL | undefined)[] {
  const { organisationId, groupId, description } = pledgeSignatures;
  return [
    pointsTo(context, pledgeSignatures.pledgeId, pledges, filter.pledge),
    pointsTo(context, pledgeSignatures.pledgeVersionId, pledgeVersions, filter.pledgeVersion),
    either(
      inPlace(context, pledgeSignatures.placeId, filter.place),
      pointsAt(context, organisationId, organisations, inPlace(context, organisations.placeId, filter.place)),
      pointsAt(context, groupId, groups, inPlace(context, groups.placeId, filter.place)),
    ),
    ofSystem(context, pledgeSignatures, filter.system),
    pointsAt(context, pledgeSignatures.pledgeId, pledges, pointsTo(context, pledges.programmeId, programmes, filter.programme)),
    ofOrganisation(context, organisationId, filter.organisation, filter),
    pointsTo(context, groupId, groups, filter.group),
    pointsAt(context, organisationId, organisations, isIn(organisations.sector, filter.sector)),
    isIn(pledgeSignatures.signatoryKind, filter.signatoryKind),
    isIn(pledgeSignatures.authority, filter.authority),
    pointsTo(context, pledgeSignatures.signedById, people, filter.signedBy),
    either(
      pointsAt(context, organisationId, organisations, contains(organisations.name, filter.signatoryContains)),
      pointsAt(context, groupId, groups, contains(groups.name, filter.signatoryContains)),
      contains(description, filter.signatoryContains),
    ),
    isIn(pledgeSignatures.missingActionsReason, filter.missingActionsReason),
    within(signedSpan, filter.signed),
  ];
}

/** One of the comparisons that name the commitment, on either side, is such that this holds. */
function differs(context: Context, holds: SQL | undefined): SQL | undefined {
  const { commitmentId, comparedWithId } = pledgeDifferences;
  return either(...[commitmentId, comparedWithId].map((side) => pointedAtBy(context, pledgeCommitments.id, pledgeDifferences, side, holds)));
}
