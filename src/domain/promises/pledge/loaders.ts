import { many, one } from "../../../api/loaders.ts";
import {
  actionCommitments, exampleActions, pledgeActions, pledgeCommitments, pledgeDifferences, pledgeEligibilities, pledgeSignatures, pledgeSigners, pledges, pledgeVersions,
} from "./table.ts";

export const pledgeById = one(pledges);
export const pledgeVersionById = one(pledgeVersions);
export const pledgeCommitmentById = one(pledgeCommitments);
export const pledgeSignatureById = one(pledgeSignatures);
export const pledgeActionById = one(pledgeActions);

export const versionsOfPledge = many(pledgeVersions, pledgeVersions.pledgeId, pledgeVersions.name);
export const versionsSuperseding = many(pledgeVersions, pledgeVersions.supersedesId, pledgeVersions.name);
export const versionsFromSource = many(pledgeVersions, pledgeVersions.sourceId, pledgeVersions.name);
export const eligibilitiesOfVersion = many(pledgeEligibilities, pledgeEligibilities.pledgeVersionId, pledgeEligibilities.signatoryKind);
export const signersOfVersion = many(pledgeSigners, pledgeSigners.pledgeVersionId, pledgeSigners.authority);
export const commitmentsOfVersion = many(pledgeCommitments, pledgeCommitments.pledgeVersionId, pledgeCommitments.number);
export const commitmentsForOutput = many(pledgeCommitments, pledgeCommitments.outputId, pledgeCommitments.number);
export const examplesOfVersion = many(exampleActions, exampleActions.pledgeVersionId, exampleActions.position);
export const examplesForOutput = many(exampleActions, exampleActions.outputId, exampleActions.position);
export const differencesOfCommitment = many(pledgeDifferences, pledgeDifferences.commitmentId);
export const differencesWithCommitment = many(pledgeDifferences, pledgeDifferences.comparedWithId);
export const actionsOfSignature = many(pledgeActions, pledgeActions.signatureId, pledgeActions.position);
export const actionsCarriedFrom = many(pledgeActions, pledgeActions.carriedForwardFromId);
export const commitmentsOfAction = many(actionCommitments, actionCommitments.actionId);
