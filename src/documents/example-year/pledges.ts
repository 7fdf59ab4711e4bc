import { bnssg, commitment } from "./cast.ts";
import type { Chapter } from "./script.ts";

/** Signatures with their two actions, and what became of them within the twelve months. */
export const pledges: Chapter = (calendar) => [
  { on: [0, 8], as: "OFFICE", act: "signPledge", named: "signed-forum", select: "actions { id }", names: { "forum-1": "actions.0", "forum-2": "actions.1" }, sent: { pledgeVersion: bnssg.pledge, organisation: bnssg.careForum, place: bnssg.place, authority: "LEADER", signed: { text: calendar.day(-2, 10) }, actions: [
    { statement: "Go on with supervision for everybody who works with families", nature: "CONTINUING", commitments: [commitment(3)] },
    { statement: "Invite members of the public to plan next year's programme", nature: "NEW", commitments: [commitment(6)] },
  ] } },
  { on: [1, 20], as: "OFFICE", act: "signPledge", named: "signed-council", select: "actions { id }", names: { "council-1": "actions.0", "council-2": "actions.1" }, sent: { pledgeVersion: bnssg.pledge, organisation: bnssg.council, place: bnssg.place, authority: "AUTHORISED_REPRESENTATIVE", signed: { text: calendar.day(1, 15) }, actions: [
    { statement: "Review the policies on absence with the framework", nature: "NEW", commitments: [commitment(4)] },
    { statement: "Train line managers", nature: "CONTINUING", commitments: [commitment(3), commitment(2)] },
  ] } },
  { on: [0, 9], as: "OFFICE", act: "signPledge", named: "signed-icb", select: "actions { id }", names: { "icb-1": "actions.0", "icb-2": "actions.1" }, sent: { pledgeVersion: bnssg.pledge, organisation: bnssg.icb, place: bnssg.place, authority: "LEADER", signed: { text: calendar.day(-1, 10) }, actions: [
    { statement: "Ask providers in every new contract for trained staff", nature: "NEW", commitments: [commitment(3)] },
    { statement: "Look through all letters to patients", nature: "NEW", commitments: [commitment(4)] },
  ] } },
  { on: [6, 24], as: "OFFICE", act: "reportPledgeAction", sent: { id: "@icb-2", progress: "NOT_STARTED" } },
  { on: [11, 15], as: "OFFICE", act: "reviewPledgeAction", sent: { id: "@icb-1", outcome: "PARTLY_KEPT", outcomeNote: "In all contracts but two", reviewed: { text: calendar.day(11, 14) } } },
  { on: [11, 15], as: "OFFICE", act: "reviewPledgeAction", sent: { id: "@icb-2", outcome: "NOT_KEPT", outcomeNote: "The letters are rewritten with the new system", reviewed: { text: calendar.day(11, 14) } } },
  { on: [3, 20], as: "OFFICE", act: "signPledge", named: "signed-sub-group", sent: { pledgeVersion: bnssg.pledge, group: bnssg.board, signatoryKind: "GROUP", place: bnssg.place, authority: "LEADER", signed: { text: calendar.month(3) }, missingActionsReason: "INCOMPLETE", actions: [
    { statement: "Hear from people with lived experience at each meeting", nature: "NEW", commitments: [commitment(6)] },
  ] } },
  { on: [4, 20], as: "OFFICE", act: "namePledgeAction", sent: { signature: "@signed-sub-group", statement: "Ask every partner once a year what has changed", nature: "NEW", commitments: [commitment(7)] } },
  { on: [6, 22], as: "OFFICE", act: "reportPledgeAction", sent: { id: "@forum-1", progress: "DONE", progressNote: "Supervision is in every contract" } },
  { on: [6, 22], as: "OFFICE", act: "reportPledgeAction", sent: { id: "@forum-2", progress: "IN_PROGRESS" } },
  { on: [7, 22], as: "OFFICE", act: "reportPledgeAction", sent: { id: "@council-1", progress: "IN_PROGRESS", progressNote: "Two of five policies" } },
  { on: [10, 22], as: "OFFICE", act: "reviewPledgeAction", sent: { id: "@forum-1", outcome: "KEPT", reviewed: { text: calendar.day(10, 21) } } },
  { on: [10, 25], as: "OFFICE", act: "signPledge", named: "signed-again", sent: { pledgeVersion: bnssg.pledge, organisation: bnssg.careForum, place: bnssg.place, authority: "LEADER", signed: { text: calendar.day(10, 24) }, missingActionsReason: "INCOMPLETE", actions: [
    { statement: "Share what was learned about supervision", nature: "NEW", commitments: [commitment(7)] },
  ] } },
  { on: [10, 26], as: "OFFICE", act: "carryForwardPledgeAction", sent: { id: "@forum-2", signature: "@signed-again" } },
];
