import { connectionOf } from "../../api/list/connection.ts";
import { listArgs } from "../../api/list/list-args.ts";
import { ClaimFilter, ClaimOrderEnum } from "./inputs.ts";
import { ClaimType } from "./type.ts";

export const ClaimConnection = connectionOf("Claim", () => ClaimType, { dated: true });
export const ClaimsArgs = listArgs(() => ClaimFilter, ClaimOrderEnum, "SUBJECT");
