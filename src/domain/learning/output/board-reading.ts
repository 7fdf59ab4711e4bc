import { boardReading } from "../../board-reading.ts";
import { outputContributorKind, outputInfluenceKind, outputKind } from "./table.ts";

export const outputReadings = [
  boardReading(outputKind, { group: "EVIDENCE", shows: ["kind", "status", "published"], words: { published: "on", address: "where it can be read" } }),
  boardReading(outputContributorKind, { group: "EVIDENCE", shows: ["role"], partOf: ["outputId"] }),
  boardReading(outputInfluenceKind, { group: "EVIDENCE", partOf: ["outputId"] }),
];
