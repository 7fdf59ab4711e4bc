import { many, one } from "../../../api/loaders.ts";
import { organisationIdentifiers, organisationNames, organisations, successions } from "./table.ts";

export const organisationById = one(organisations);
export const namesOfOrganisation = many(organisationNames, organisationNames.organisationId, organisationNames.name);
export const identifiersOfOrganisation = many(organisationIdentifiers, organisationIdentifiers.organisationId, organisationIdentifiers.scheme, organisationIdentifiers.value);
export const successionsFrom = many(successions, successions.predecessorId);
export const successionsTo = many(successions, successions.successorId);
