import { many, one } from "../../api/loaders.ts";
import { claims } from "./table.ts";

export const claimById = one(claims);
export const claimsAbout = many(claims, claims.recordId, claims.subject);
export const claimsAgainst = many(claims, claims.conflictsWithId, claims.subject);
