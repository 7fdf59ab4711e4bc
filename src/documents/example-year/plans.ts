import { bnssg, somerset } from "./cast.ts";
import type { Chapter } from "./script.ts";

/** The first weeks: workstreams get their leads, and what is to be reached is planned. */
export const plans: Chapter = (calendar) => [
  { on: [0, 3], as: "OFFICE", act: "amend", sent: { id: somerset.programme, changes: { programme: { status: "ACTIVE", reportingRhythm: "MONTHLY" } } }, reason: "The programme board asked for a report a month" },
  { on: [0, 3], as: "OFFICE", act: "amend", sent: { id: bnssg.programme, changes: { programme: { status: "ACTIVE", reportingRhythm: "QUARTERLY" } } }, reason: "Agreed with the sub-group" },
  ...[somerset.principles, somerset.training, somerset.change, somerset.delivery].map((id) => ({ on: [0, 4], as: "OFFICE", act: "amendWorkstream", sent: { id, leadOrganisation: somerset.council } }) as const),
  { on: [0, 5], as: "OFFICE", act: "openWorkstream", named: "bnssg-training", sent: { programme: bnssg.programme, name: "Training across the system", theme: "TRAINING", kind: "STANDING", purpose: "One offer of training for every partner", leadHealthIntegrationTeam: bnssg.hit } },
  { on: [0, 5], as: "OFFICE", act: "openWorkstream", named: "bnssg-champions", sent: { programme: bnssg.programme, name: "Champions in every locality", theme: "ORGANISATIONAL_CHANGE", kind: "STANDING", purpose: "People at every partner who keep the subject alive", leadHealthIntegrationTeam: bnssg.hit } },
  { on: [0, 6], as: "OFFICE", act: "reopenWorkstream", sent: { id: somerset.principles }, reason: "The principles are to be agreed in writing before they go on in the other three" },
  { on: [0, 7], as: "LEAD", act: "startWorkstream", sent: { id: somerset.training } },
  { on: [0, 10], as: "LEAD", act: "startWorkstream", sent: { id: somerset.change } },
  { on: [0, 10], as: "HIT_LEAD", act: "startWorkstream", sent: { id: "@bnssg-training" } },
  { on: [0, 10], as: "HIT_LEAD", act: "startWorkstream", sent: { id: "@bnssg-champions" } },

  ...([
    ["charter", "Charter agreed by the partners", "DELIVERABLE", somerset.principles, { text: calendar.end(2) }],
    ["tier-1", "Tier 1 open to every partner", "LAUNCH", somerset.training, { text: calendar.month(3) }],
    ["tier-2", "First facilitators ready for tiers 2 and 3", "DELIVERABLE", somerset.training, { text: calendar.month(6) }],
    ["survey", "Survey of staff who were trained", "DELIVERABLE", somerset.training, { text: calendar.month(10) }],
    ["policies", "Policies on staff wellbeing reviewed", "DELIVERABLE", somerset.change, { text: calendar.month(5) }],
    ["leaflet", "Leaflet for families", "PUBLICATION", somerset.change, { text: calendar.month(7) }],
    ["strategy", "Workforce strategy drafted", "DELIVERABLE", somerset.change, { text: calendar.month(8), qualifier: "ESTIMATED" }],
    ["intake", "First two services with a trauma-informed intake", "LAUNCH", somerset.delivery, { text: calendar.month(10) }],
    ["network", "Autumn network event", "EVENT", somerset.delivery, { text: calendar.month(12) }],
    ["evaluation", "Evaluation of the year", "EVALUATION", somerset.delivery, { ...calendar.months(14, 15), qualifier: "ESTIMATED" }],
  ] as const).map(([named, title, type, workstream, baseline]) => ({ on: [0, 14], as: "LEAD", act: "planMilestone", named, sent: { programme: somerset.programme, workstream, title, type, baseline, ownerOrganisation: somerset.council } }) as const),
  ...([
    ["course", "First course for leaders of groups", "EVENT", "@bnssg-training", { text: calendar.month(3) }],
    ["library", "Resources for trainers in one place", "PUBLICATION", "@bnssg-training", { text: calendar.month(9) }],
    ["thirty", "Thirty champions in place", "DELIVERABLE", "@bnssg-champions", { text: calendar.month(6) }],
    ["gathering", "Champions meet across the system", "EVENT", "@bnssg-champions", { text: calendar.month(13) }],
    ["supervision", "Supervision for every champion", "DELIVERABLE", "@bnssg-champions", { text: "unknown" }],
  ] as const).map(([named, title, type, workstream, baseline]) => ({ on: [0, 16], as: "HIT_LEAD", act: "planMilestone", named, sent: { programme: bnssg.programme, workstream, title, type, baseline, ownerHealthIntegrationTeam: bnssg.hit } }) as const),

  { on: [0, 18], as: "LEAD", act: "addCriterion", named: "criterion-principles", sent: { workstream: somerset.principles, statement: "Every partner has agreed to the principles in writing", supplier: somerset.council } },
  { on: [0, 18], as: "LEAD", act: "addCriterion", named: "criterion-training", sent: { workstream: somerset.training, statement: "Tier 1 can be reached by all staff of all partners", supplier: somerset.trust } },
  { on: [0, 18], as: "LEAD", act: "addCriterion", named: "criterion-change", sent: { workstream: somerset.change, statement: "Each partner has named who answers for staff wellbeing", supplier: somerset.icb } },
  { on: [0, 20], as: "LEAD", act: "addDependency", named: "network-after-tier-2", sent: { type: "FINISH_TO_START", predecessorMilestone: "@tier-2", successorMilestone: "@network", rationale: "The facilitators hold the workshops there", basis: "STATED" } },
  { on: [0, 20], as: "HIT_LEAD", act: "recordMeasure", named: "bnssg-reach", sent: { kind: "TRAINING_REACH", title: "People trained across the system in the year", unit: "PEOPLE", workstream: "@bnssg-training", target: { text: "200 people" }, targetDue: { text: calendar.month(12) } } },
  { on: [0, 20], as: "LEAD", act: "recordMeasure", named: "tier-1-reach", sent: { kind: "TRAINING_REACH", title: "People who have done tier 1", unit: "PEOPLE", workstream: somerset.training, target: { text: "600 people" }, targetDue: { text: calendar.month(12) } } },
  { on: [0, 20], as: "LEAD", act: "recordMeasure", named: "facilitators", sent: { kind: "RECRUITMENT", title: "Facilitators ready", unit: "PEOPLE", workstream: somerset.training, target: { text: "12 people" }, targetDue: { text: calendar.month(9) } } },
];
