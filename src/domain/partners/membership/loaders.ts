import { many, one } from "../../../api/loaders.ts";
import { membershipUnits, memberships } from "./table.ts";

export const membershipById = one(memberships);
export const unitsOfMembership = many(membershipUnits, membershipUnits.membershipId);
export const membershipUnitsOfOrganisation = many(membershipUnits, membershipUnits.organisationId);
