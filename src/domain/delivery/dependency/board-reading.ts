import { boardReading } from "../../board-reading.ts";
import { dependencyKind, dependencyWaiverKind } from "./table.ts";

export const dependencyReadings = [
  boardReading(dependencyKind, { shows: ["rationale"] }),
  boardReading(dependencyWaiverKind, { group: "WAIVED", shows: ["reason", "grantedById", "until"], words: { grantedById: "leave given by" } }),
];
