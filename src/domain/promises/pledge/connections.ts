import { connectionOf } from "../../../api/list/connection.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { PledgeCommitmentFilter, PledgeCommitmentOrderEnum, PledgeFilter, PledgeOrderEnum } from "./inputs.ts";
import { PledgeActionFilter, PledgeActionOrderEnum, PledgeSignatureFilter, PledgeSignatureOrderEnum } from "./signature-inputs.ts";
import { ActionCommitmentType, PledgeActionType, PledgeSignatureType } from "./signature-type.ts";
import { PledgeCommitmentType, PledgeType } from "./type.ts";

export const PledgeConnection = connectionOf("Pledge", () => PledgeType);
export const PledgeCommitmentConnection = connectionOf("PledgeCommitment", () => PledgeCommitmentType);
export const PledgeSignatureConnection = connectionOf("PledgeSignature", () => PledgeSignatureType, { dated: true });
export const PledgeActionConnection = connectionOf("PledgeAction", () => PledgeActionType, { dated: true });
export const ActionCommitmentConnection = connectionOf("ActionCommitment", () => ActionCommitmentType);

export const PledgesArgs = listArgs(() => PledgeFilter, PledgeOrderEnum, "TITLE");
export const PledgeCommitmentsArgs = listArgs(() => PledgeCommitmentFilter, PledgeCommitmentOrderEnum, "NUMBER");
export const PledgeSignaturesArgs = listArgs(() => PledgeSignatureFilter, PledgeSignatureOrderEnum, "SIGNED");
export const PledgeActionsArgs = listArgs(() => PledgeActionFilter, PledgeActionOrderEnum, "DUE_BY");
