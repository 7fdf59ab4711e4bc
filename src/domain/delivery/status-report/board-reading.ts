import { boardReading } from "../../board-reading.ts";
import { judgementKind, statusReportItemKind, statusReportKind } from "./table.ts";

/** How somebody judges a programme, a workstream or a HIT, `difference/` reads from all that is judged of it at both moments. */
export const statusReportReadings = [
  boardReading(statusReportKind, { group: "REPORTS", shows: ["period", "status", "published"], words: { period: "for", published: "on" } }),
  boardReading(statusReportItemKind, { group: "REPORTS", shows: ["kind", "date"], partOf: ["reportId"] }),
  boardReading(judgementKind, { group: "REPORTS", shows: ["dimension", "scheme", "judged"], partOf: ["reportId"] }),
];
