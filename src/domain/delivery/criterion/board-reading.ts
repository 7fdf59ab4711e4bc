import { boardReading } from "../../board-reading.ts";
import { criterionKind } from "./table.ts";

export const criterionReadings = [
  boardReading(criterionKind, {
    group: "EVIDENCE",
    made: ({ status }) => (status === "WAIVED" ? "WAIVED" : "EVIDENCE"),
    shows: ["status", "supplierId", "evidence", "decided", "decidedById"],
    words: { decidedById: "decided by", supplierId: "to be supplied by", evidenceAddress: "where the evidence is" },
    moves: [{ group: "WAIVED", tells: ["status"], along: ["decided", "decidedById", "evidence", "evidenceAddress"], when: ({ before, after }) => (before.status === "WAIVED") !== (after.status === "WAIVED") }],
  }),
];
