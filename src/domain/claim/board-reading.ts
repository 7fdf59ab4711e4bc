import { boardReading } from "../board-reading.ts";
import { claimKind } from "./table.ts";

export const claimReadings = [
  boardReading(claimKind, {
    group: "EVIDENCE", shows: ["value", "status", "made"],
    words: { value: "says", made: "said on", claimantOrganisationId: "said by", claimantHealthIntegrationTeamId: "said by", claimantGroupId: "said by", claimantOutputId: "said in", claimantSourceId: "said in", recordId: "about" },
  }),
];
