import { connectionOf } from "../../../api/list/connection.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { CommitmentFilter, CommitmentOrderEnum } from "./inputs.ts";
import { CommitmentType } from "./type.ts";

export const CommitmentConnection = connectionOf("Commitment", () => CommitmentType, { dated: true });
export const CommitmentsArgs = listArgs(() => CommitmentFilter, CommitmentOrderEnum, "STATEMENT");
