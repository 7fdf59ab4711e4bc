import { alternativeOf, type Alternatives } from "../../../api/alternatives.ts";
import type { commitments } from "./table.ts";

export const commitmentMakers = ["ORGANISATION", "GROUP", "PLACE"] as const;

type Column = "organisationId" | "groupId";
type CommitmentMaker = (typeof commitmentMakers)[number];

export const makerAlternatives: Alternatives<Column, CommitmentMaker> = { kinds: [["organisationId", "ORGANISATION"], ["groupId", "GROUP"]], otherwise: "PLACE" };

/** Who made a commitment. */
export function makerOf(commitment: Pick<typeof commitments.$inferSelect, Column>): CommitmentMaker {
  return alternativeOf(commitment, makerAlternatives);
}
