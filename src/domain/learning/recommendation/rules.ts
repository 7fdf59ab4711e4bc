import { alternativeOf, type Alternatives } from "../../../api/alternatives.ts";
import type { realisations } from "./table.ts";

export const realisationKinds = ["WORKSTREAM", "MILESTONE", "POST", "TRAINING_PROGRAMME", "GROUP", "EVENT_SERIES", "OUTPUT", "DESCRIBED"] as const;

type Column = "workstreamId" | "milestoneId" | "postId" | "trainingProgrammeId" | "groupId" | "eventSeriesId" | "outputId";
type RealisationKind = (typeof realisationKinds)[number];

export const realisationAlternatives: Alternatives<Column, RealisationKind> = {
  kinds: [
    ["workstreamId", "WORKSTREAM"], ["milestoneId", "MILESTONE"], ["postId", "POST"], ["trainingProgrammeId", "TRAINING_PROGRAMME"],
    ["groupId", "GROUP"], ["eventSeriesId", "EVENT_SERIES"], ["outputId", "OUTPUT"],
  ],
  otherwise: "DESCRIBED",
};

/** What puts a recommendation into practice. */
export function realisationKindOf(realisation: Pick<typeof realisations.$inferSelect, Column>): RealisationKind {
  return alternativeOf(realisation, realisationAlternatives);
}
