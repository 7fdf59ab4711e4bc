import { bnssg, somerset } from "./cast.ts";
import type { Chapter } from "./script.ts";

/** What goes wrong in any year: each is refused with words that help, and nothing is written. */
export const mistakes: Chapter = (calendar) => [
  // Two people work on one milestone: whoever comes second is told, and sees both.
  { on: [5, 3], as: "DEPUTY", act: "rewordMilestone", sent: { id: "@tier-2", title: "First twelve facilitators ready for tiers 2 and 3" } },
  { on: [5, 4], as: "LEAD", act: "rewordMilestone", sent: { id: "@tier-2", expectedVersion: 2, title: "Facilitators ready for tiers 2 and 3" }, refused: "STALE" },
  { on: [5, 4], as: "LEAD", act: "rewordMilestone", sent: { id: "@tier-2", expectedVersion: 99, title: "Facilitators" }, refused: "NO_SUCH_VERSION" },
  { on: [2, 16], as: "LEAD", act: "startWorkstream", sent: { id: somerset.delivery }, refused: "NOT_READY" },
  { on: [2, 16], as: "LEAD", act: "meetMilestone", sent: { id: "@tier-1", actual: { text: calendar.month(3) } }, refused: "NOT_YET" },
  { on: [2, 17], as: "LEAD", act: "reforecastMilestone", sent: { id: "@tier-1", forecast: { text: "the 31st of some month" } }, refused: "INVALID_DATE" },
  { on: [2, 17], as: "LEAD", act: "addDependency", sent: { type: "READY_TO_START", predecessorWorkstream: somerset.delivery, successorWorkstream: somerset.principles, rationale: "The other way round" }, refused: "CIRCLE" },
  { on: [7, 5], as: "LEAD", act: "cancelMilestone", sent: { id: "@network" }, refused: "MISSING_REASON" },
  { on: [8, 5], as: "LEAD", act: "meetMilestone", sent: { id: "@leaflet", actual: { text: calendar.month(7) } }, refused: "NOT_ALLOWED_NOW" },
  { on: [8, 5], as: "LEAD", act: "reportMeasure", sent: { measure: "@facilitators", value: { text: "a handful, maybe a few more or so" } }, refused: "INVALID_QUANTITY" },
  { on: [8, 6], as: "LEAD", act: "recordAwardSpend", sent: { award: "@award-training", financialYear: "next year", amount: { amount: "£10" } }, refused: "INVALID_FINANCIAL_YEAR" },
  { on: [8, 6], as: "LEAD", act: "recordAwardSpend", sent: { award: "@award-training", financialYear: calendar.financialYear(7), amount: { amount: "ten pounds" } }, refused: "INVALID_MONEY" },
  { on: [8, 7], as: "LEAD", act: "planMilestone", sent: { programme: somerset.programme, title: " ", type: "EVENT", baseline: { text: calendar.month(12) } }, refused: "INVALID_TEXT" },
  { on: [8, 7], as: "LEAD", act: "planMilestone", sent: { programme: somerset.programme, title: "Words without end ".repeat(20), type: "EVENT", baseline: { text: calendar.month(12) } }, refused: "TOO_LONG" },
  { on: [8, 8], as: "LEAD", act: "rewordMilestone", sent: { id: "@network", ownerOrganisation: "or_0000000000000000" }, refused: "NOT_FOUND" },
  { on: [8, 8], as: "LEAD", act: "updateWorkstream", sent: { id: somerset.training, acts: [] }, refused: "MISSING_FIELD" },
  { on: [8, 8], as: "LEAD", act: "updateWorkstream", sent: { id: somerset.training, acts: Array.from({ length: 51 }, () => ({ addCriterion: { workstream: somerset.training, statement: "Sent again and again by a spreadsheet" } })) }, refused: "TOO_MANY_CHANGES" },
  { on: [8, 9], as: "LEAD", act: "rewordMilestone", sent: { id: "@network", title: "Network event in the autumn" }, citations: [{ source: "@Source:somerset-report", quote: "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen" }], refused: "QUOTE_TOO_LONG" },
  { on: [8, 9], as: "LEAD", act: "rewordMilestone", sent: { id: "@network", title: "Network event in the autumn" }, citations: [{ source: "@Source:somerset-report", line: 1, fields: ["colour"] }], refused: "UNKNOWN_FIELD" },
  { on: [8, 9], as: "LEAD", act: "rewordMilestone", sent: { id: "@network", title: "Network event in the autumn" }, citations: [{ source: "@Source:somerset-report", line: 1, quote: "An event in the autumn" }], refused: "BAD_CITATION" },
  { on: [8, 10], as: "LEAD", act: "raiseRisk", key: "risk-of-august", sent: { kind: "RISK", programme: somerset.programme, title: "The hall for the network event is not booked", ownerOrganisation: somerset.council } },
  { on: [8, 10], as: "LEAD", act: "raiseRisk", key: "risk-of-august", sent: { kind: "RISK", programme: somerset.programme, title: "The caterer has not answered", ownerOrganisation: somerset.council }, refused: "KEY_REUSED" },
  { on: [8, 11], as: "OFFICE", act: "signPledge", sent: { pledgeVersion: bnssg.pledge, organisation: "@Organisation:the-haven", place: bnssg.place, authority: "LEADER", signed: { text: calendar.day(8, 10) }, actions: [1, 2, 3].map((number) => ({ statement: `Do one more thing, number ${number}`, nature: "NEW" })) }, refused: "RULE" },
  { on: [8, 12], as: "OFFICE", act: "restore", sent: "@film", refused: "NOT_REMOVED" },
  { on: [8, 12], as: "OFFICE", act: "remove", sent: { id: "@Output:somerset-business-case" }, refused: "STILL_REFERENCED" },
  { on: [8, 12], as: "OFFICE", act: "amend", sent: { id: "@film", changes: { event: { title: "Short film for families" } } }, refused: "INVALID_CHOICE" },
  { on: [8, 12], as: "OFFICE", act: "amend", sent: { id: "@film", changes: { output: { gaps: [{ field: "address", status: "KNOWN" }] } } }, refused: "INVALID_GAPS" },
  { on: [8, 13], as: "OFFICE", act: "record", sent: [{ record: { organisationIdentifier: { organisation: somerset.council, scheme: "GB_NHS", value: "RH5", since: { text: calendar.month(8) } } } }], refused: "ALREADY_EXISTS" },
  { on: [8, 13], as: "OFFICE", act: "record", sent: [{ record: { organisationName: { organisation: somerset.trust, name: "Somerset FT", kind: "ABBREVIATION", basis: "STATED" } } }], citations: [{ source: "@Source:public-registers", quote: "Somerset FT", text: "RH5, SOMERSET NHS FOUNDATION TRUST" }], refused: "QUOTE_NOT_FOUND" },
];
