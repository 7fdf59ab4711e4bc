import { many, one } from "../../../api/loaders.ts";
import { collaborationParties, collaborations } from "./table.ts";

export const collaborationById = one(collaborations);
export const partiesOfCollaboration = many(collaborationParties, collaborationParties.collaborationId);
export const partsOfHealthIntegrationTeam = many(collaborationParties, collaborationParties.healthIntegrationTeamId);
export const partsOfOrganisation = many(collaborationParties, collaborationParties.organisationId);
export const partsOfGroup = many(collaborationParties, collaborationParties.groupId);
