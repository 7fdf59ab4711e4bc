import { maySee } from "../../../api/access/audience.ts";
import { reading, type Context } from "../../../api/context.ts";
import { many, one } from "../../../api/loaders.ts";
import type { IdentifierInput } from "./inputs.ts";
import { holdersOf } from "./store.ts";
import { organisationIdentifiers, organisationNames, organisations, successions } from "./table.ts";

export const organisationById = one(organisations);
export const namesOfOrganisation = many(organisationNames, organisationNames.organisationId, organisationNames.name);
export const identifiersOfOrganisation = many(organisationIdentifiers, organisationIdentifiers.organisationId, organisationIdentifiers.scheme, organisationIdentifiers.value);
export const successionsFrom = many(successions, successions.predecessorId);
export const successionsTo = many(successions, successions.successorId);

/** An identifier, of whomever it is or was, as far as this viewer may see it. */
export function withIdentifier(context: Context, { scheme, value }: IdentifierInput): readonly (typeof organisationIdentifiers.$inferSelect)[] {
  return holdersOf.all(reading(context), { scheme, value }).filter((identifier) => maySee(context.viewer, identifier));
}
