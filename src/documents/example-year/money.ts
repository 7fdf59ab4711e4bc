import { bnssg, somerset } from "./cast.ts";
import type { Chapter } from "./script.ts";

/** Awards and posts: asked for, granted, spent, filled and left. */
export const money: Chapter = (calendar) => [
  { on: [1, 10], as: "OFFICE", act: "recordFundingAward", named: "award-training", sent: { title: "Facilitators for tiers 2 and 3", status: "PROPOSED", amount: { amount: "£60,000" }, programme: somerset.programme, workstream: somerset.training, purposes: ["Two days' cover for each facilitator"], parties: [{ role: "FUNDER", organisation: somerset.icb }, { role: "RECIPIENT", organisation: somerset.council }] } },
  { on: [2, 10], as: "OFFICE", act: "applyForFunding", sent: { id: "@award-training" } },
  { on: [4, 18], as: "OFFICE", act: "awardFunding", sent: { id: "@award-training", amount: { amount: "£48,000" }, awarded: { text: calendar.day(4, 16) } } },
  { on: [8, 3], as: "OFFICE", act: "recordAwardSpend", sent: { award: "@award-training", financialYear: calendar.financialYear(7), amount: { amount: "£21,500" } } },
  { on: [2, 12], as: "HIT_LEAD", act: "recordFundingAward", named: "award-champions", sent: { title: "Champions' days", status: "AWARDED", amount: { status: "NOT_STATED" }, programme: bnssg.programme, workstream: "@bnssg-champions", parties: [{ role: "FUNDER", organisation: bnssg.icb }, { role: "RECIPIENT", organisation: bnssg.careForum }] } },
  { on: [1, 15], as: "OFFICE", act: "recordPost", named: "post", sent: { title: "Training coordinator", status: "PROPOSED", programme: somerset.programme, employer: somerset.council, cost: { amount: "£41,000" } } },
  { on: [1, 16], as: "OFFICE", act: "fundPost", sent: { post: "@post", role: "PART_FUNDER", organisation: somerset.icb, share: { text: "a half", unit: "OTHER" } } },
  { on: [1, 16], as: "OFFICE", act: "fundPost", sent: { post: "@post", role: "PART_FUNDER", organisation: somerset.trust, share: { text: "a quarter", unit: "OTHER" } } },
  { on: [2, 4], as: "OFFICE", act: "approvePost", sent: { id: "@post" } },
  { on: [2, 20], as: "OFFICE", act: "advertisePost", sent: { id: "@post" } },
  { on: [4, 4], as: "OFFICE", act: "fillPost", sent: { id: "@post", since: { text: calendar.day(4, 1) } } },
  { on: [9, 5], as: "OFFICE", act: "vacatePost", sent: { id: "@post", until: { text: calendar.day(9, 1) } }, reason: "The coordinator has gone to another post" },
  { on: [9, 7], as: "OFFICE", act: "advertisePost", sent: { id: "@post" } },
  { on: [11, 6], as: "OFFICE", act: "fillPost", sent: { id: "@post", since: { text: calendar.day(11, 1) } } },
  { on: [0, 20], as: "OFFICE", act: "recordPost", named: "charter-post", sent: { title: "Officer for the charter", status: "FILLED", programme: somerset.programme, employer: somerset.council } },
  { on: [3, 4], as: "OFFICE", act: "endPost", sent: { id: "@charter-post", end: { text: calendar.month(2) } }, reason: "The charter is agreed" },
  { on: [11, 13], as: "OFFICE", act: "endFundingAward", sent: { id: "@award-champions" }, reason: "The days that it was for are over" },
];
