import { boardReading } from "../../board-reading.ts";
import { realisationKind, recommendationKind } from "./table.ts";

export const recommendationReadings = [
  boardReading(recommendationKind, {
    group: "DECISIONS", shows: ["status", "addressedToGroupId", "addressedToOrganisationId", "addressedTo"], words: { addressedToGroupId: "addressed to", addressedToOrganisationId: "addressed to", responded: "answered" },
  }),
  boardReading(realisationKind, { group: "DECISIONS", partOf: ["recommendationId"] }),
];
