import { bnssg, somerset } from "./cast.ts";
import type { Chapter } from "./script.ts";

/** What leads and the programme office do beside the monthly updates: evidence is judged, leave is given, dates are set anew, reports go back. */
export const office: Chapter = (calendar) => [
  { on: [5, 12], as: "OFFICE", act: "acceptCriterion", sent: { id: "@criterion-training", decidedBy: somerset.council } },
  { on: [6, 12], as: "OFFICE", act: "acceptCriterion", sent: { id: "@criterion-principles", decidedBy: somerset.council } },
  { on: [6, 14], as: "LEAD", act: "reportWorkstreamReady", sent: { id: somerset.principles } },
  { on: [9, 8], as: "LEAD", act: "supplyCriterion", sent: { id: "@criterion-change", evidence: "Two of the three partners have named somebody" } },
  { on: [9, 10], as: "OFFICE", act: "rejectCriterion", sent: { id: "@criterion-change", decidedBy: somerset.council }, reason: "One partner is missing" },
  { on: [5, 14], as: "LEAD", act: "addCriterion", named: "criterion-rooms", sent: { workstream: somerset.delivery, statement: "Rooms for the intake are chosen with those who will use them", supplier: somerset.trust } },
  { on: [8, 18], as: "OFFICE", act: "waiveCriterion", sent: { id: "@criterion-rooms", decidedBy: somerset.council }, reason: "The rooms are let for the year, and are asked about when they are chosen anew" },
  { on: [7, 26], as: "OFFICE", act: "openWorkstream", named: "film-work", sent: { programme: somerset.programme, name: "A film in the place of the leaflet", theme: "ORGANISATIONAL_CHANGE", kind: "STANDING", purpose: "Families see what they would not read", leadOrganisation: somerset.council } },
  { on: [7, 27], as: "LEAD", act: "startWorkstream", sent: { id: "@film-work" } },
  { on: [11, 5], as: "LEAD", act: "closeWorkstream", sent: { id: "@film-work" }, reason: "The film is out" },
  { on: [9, 18], as: "LEAD", act: "reportWorkstreamReady", sent: { id: somerset.training } },
  { on: [9, 20], as: "OFFICE", act: "waiveDependency", named: "waiver", sent: { dependency: somerset.afterChange, until: calendar.end(13), grantedBy: somerset.council }, reason: "One service can begin while the last partner decides" },
  { on: [9, 22], as: "LEAD", act: "startWorkstream", sent: { id: somerset.delivery } },
  { on: [8, 16], as: "OFFICE", act: "rebaselineMilestone", sent: { id: "@strategy", baseline: { text: calendar.month(13) } }, reason: "The board asked for the strategy to wait for the survey" },
  { on: [7, 20], as: "LEAD", act: "pauseWorkstream", sent: { id: somerset.change }, reason: "The lead for organisational change is on secondment" },
  { on: [9, 1], as: "LEAD", act: "resumeWorkstream", sent: { id: somerset.change } },

  { on: [5, 8], as: "LEAD", act: "draftStatusReport", named: "returned", sent: { programme: somerset.programme, period: { text: calendar.month(4) }, narrative: "All is well.", judgements: [{ dimension: "SCHEDULE", scheme: "DELIVERY_CONFIDENCE_3", rating: "AMBER" }] } },
  { on: [5, 8], as: "LEAD", act: "submitStatusReport", sent: { id: "@returned" } },
  { on: [5, 9], as: "OFFICE", act: "returnStatusReport", sent: { id: "@returned" }, reason: "Say what has changed since last month" },
  { on: [5, 10], as: "DEPUTY", act: "reviseStatusReport", sent: { id: "@returned", narrative: "Tier 1 is open. Facilitators are late, and the rest is on its way." } },
  { on: [5, 10], as: "DEPUTY", act: "submitStatusReport", sent: { id: "@returned" } },
  { on: [5, 11], as: "OFFICE", act: "publishStatusReport", sent: { id: "@returned" } },
  { on: [10, 14], as: "LEAD", act: "correctStatusReport", named: "corrected", sent: { id: "@returned", narrative: "Tier 1 is open. Facilitators are late; two partners have asked for more time." }, reason: "Two partners were left out" },
  { on: [10, 14], as: "LEAD", act: "submitStatusReport", sent: { id: "@corrected" } },
  { on: [10, 15], as: "OFFICE", act: "publishStatusReport", sent: { id: "@corrected" } },

  { on: [6, 20], as: "LEAD", act: "raiseRisk", named: "risk-cover", sent: { kind: "RISK", programme: somerset.programme, title: "Services cannot release staff in winter", likelihood: "HIGH", impact: "MEDIUM", response: "REDUCE", plan: "Hold sessions in the evening too", ownerOrganisation: somerset.trust } },
  { on: [8, 20], as: "LEAD", act: "reviewRisk", sent: { id: "@risk-cover", likelihood: "MEDIUM", reviewDue: { text: calendar.month(11) } } },
  { on: [11, 9], as: "LEAD", act: "closeRisk", sent: { id: "@risk-cover" }, reason: "Evening sessions are well attended" },

  { on: [7, 24], as: "OFFICE", act: "record", named: "film", sent: [{ record: { output: { title: "Short film for families", kind: "TRAINING_RESOURCE", status: "IN_DEVELOPMENT", programme: somerset.programme, purpose: "Instead of a leaflet" } } }] },
  { on: [11, 4], as: "OFFICE", act: "amend", sent: { id: "@film", changes: { output: { status: "PUBLISHED", published: { text: calendar.month(10) }, address: "https://example.org/film" } } } },
  { on: [8, 24], as: "OFFICE", act: "record", named: "twice", sent: [{ record: { event: { title: "Network event, entered twice", kind: "NETWORK_EVENT", status: "PLANNED", date: { text: calendar.month(12) }, programme: somerset.programme, attendance: { text: "not stated", unit: "PEOPLE" }, occurrences: { text: "1", unit: "EVENTS" } } } }] },
  { on: [10, 24], as: "OFFICE", act: "remove", sent: { id: "@twice" }, reason: "It was entered twice" },
  { on: [10, 20], as: "OFFICE", act: "amend", sent: { id: "@Recommendation:somerset-recommend-tiered-training", changes: { recommendation: { status: "ACCEPTED", response: "Tiers 1 to 3 are offered", responded: { text: calendar.month(10) } } } } },
  { on: [10, 20], as: "OFFICE", act: "record", sent: [{ record: { decision: { kind: "AGREED", statement: "Partners release staff for two days each", group: somerset.board, decided: { text: calendar.day(10, 19) }, programme: somerset.programme } } }] },
  { on: [11, 10], as: "OFFICE", act: "record", sent: [{ record: { claim: { record: somerset.programme, kind: "BENEFIT", status: "CLAIMED", subject: "Effect on staff", value: "Teams say that they talk about stress more openly", claimantOrganisation: somerset.trust } } }] },
  { on: [11, 12], as: "OFFICE", act: "amend", sent: { id: bnssg.board, changes: { group: { purpose: "Steers the work across the system and hears from champions" } } } },
];
