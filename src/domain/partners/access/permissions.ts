import type { Permissions, Role } from "../../../api/role.ts";

/**
 * Who may do what, to be read aloud: "a milestone is planned by a lead, a deputy or the programme office" of what it is
 * part of. A role counts where it is held: for a system, a programme, a workstream or a HIT, and for all that is part of it.
 */
const leads: readonly Role[] = ["LEAD", "DEPUTY", "OFFICE"];
/** Who decides for a programme, not by deputy: asked of the programme as a whole, to lead one of its workstreams is not enough. */
const deciders: readonly Role[] = ["LEAD", "OFFICE"];
const office: readonly Role[] = ["OFFICE"];
const keepers: readonly Role[] = ["OFFICE", "STEWARD"];
const stewards: readonly Role[] = ["STEWARD"];

/** The acts that are the same for every kind of record for which people have no verbs of their own. */
function kept(noun: string, by: readonly Role[], away: readonly Role[] = keepers): Permissions {
  return { [`${noun}:record`]: by, [`${noun}:amend`]: by, [`${noun}:remove`]: away, [`${noun}:restore`]: away };
}

export const permissions: Permissions = {
  ...kept("place", stewards, stewards),
  ...kept("source", leads),

  ...kept("organisation", keepers),
  ...kept("organisation-name", keepers),
  ...kept("organisation-identifier", keepers),
  ...kept("succession", stewards, stewards),
  ...kept("person", keepers),
  ...kept("person-role", keepers),
  // A name is erased in the records of every system: asked of everything, to be steward of a system is not enough.
  "person:erase": stewards,
  "account:erase": stewards,

  // Who has access is read by those who answer for it.
  "access:read": ["OFFICE", "STEWARD", "AUDITOR"],
  "access-key:create": keepers,
  "access-key:revoke": keepers,
  "role:grant": keepers,
  "role:end": keepers,
  // Asked for beside the four above where the role is that of an office, a steward or an auditor.
  "role:appoint": stewards,

  ...kept("health-integration-team", keepers),
  ...kept("group", leads),
  ...kept("membership", leads),
  ...kept("membership-unit", leads),
  ...kept("collaboration", leads),
  ...kept("collaboration-party", leads),

  ...kept("programme", office),
  ...kept("programme-governance", office),

  "workstream:open": leads,
  "workstream:amend": leads,
  "workstream:update": leads,
  "workstream:start": leads,
  "workstream:report-ready": leads,
  "workstream:pause": leads,
  "workstream:resume": leads,
  "workstream:merge": leads,
  "workstream:close": leads,
  "workstream:reopen": leads,

  "criterion:add": leads,
  "criterion:reword": leads,
  "criterion:supply": leads,
  "criterion:accept": deciders,
  "criterion:reject": deciders,
  "criterion:waive": deciders,
  "criterion:require": deciders,

  "milestone:plan": leads,
  "milestone:reword": leads,
  "milestone:reforecast": leads,
  "milestone:rebaseline": office,
  "milestone:meet": leads,
  "milestone:partly-meet": leads,
  "milestone:miss": leads,
  "milestone:say-not-done": leads,
  "milestone:cancel": leads,
  "milestone:reopen": leads,
  // Asked at both ends.
  "milestone:move": leads,

  "dependency:add": leads,
  "dependency:drop": deciders,
  "dependency:waive": deciders,
  "dependency-waiver:end": deciders,

  "status-report:draft": leads,
  "status-report:revise": leads,
  "status-report:submit": leads,
  "status-report:correct": leads,
  "status-report:say-not-done": leads,
  "status-report:return": office,
  "status-report:publish": office,

  "risk:raise": leads,
  "risk:review": leads,
  "risk:close": leads,
  "risk:reopen": leads,

  "funding-award:record": leads,
  "funding-award:amend": leads,
  "funding-award:apply": leads,
  "funding-award:award": leads,
  "funding-award:end": leads,
  "award-party:add": leads,
  "award-party:remove": leads,
  "award-spend:record": leads,
  "funding-total:record": leads,

  "post:record": leads,
  "post:amend": leads,
  "post:approve": office,
  "post:advertise": leads,
  "post:fill": leads,
  "post:vacate": leads,
  "post:end": leads,
  "post:fund": leads,
  "post-funder:amend": leads,

  "measure:record": leads,
  "measure:amend": leads,
  "measure:target": leads,
  "measure:report": leads,
  "measure-actual:amend": leads,

  ...kept("training-programme", leads),
  ...kept("training-tier", leads),
  ...kept("training-role", leads),
  ...kept("cohort", leads),

  ...kept("event-series", leads),
  ...kept("event", leads),
  ...kept("event-party", leads),
  ...kept("output", leads),
  ...kept("output-contributor", leads),
  ...kept("output-influence", leads),
  ...kept("study", leads),
  ...kept("study-output", leads),
  ...kept("recommendation", leads),
  ...kept("realisation", leads),
  ...kept("decision", leads),
  ...kept("outcome", office),
  ...kept("outcome-contribution", leads),
  ...kept("principle-set", leads),
  ...kept("principle", leads),
  ...kept("consultation", leads),
  ...kept("consultee", leads),
  ...kept("practice-map", leads),
  ...kept("practice", leads),

  ...kept("commitment", leads),
  ...kept("commitment-event", leads),

  ...kept("pledge", office),
  ...kept("pledge-version", office),
  ...kept("pledge-eligibility", office),
  ...kept("pledge-signer", office),
  ...kept("pledge-commitment", office),
  ...kept("pledge-difference", office),
  ...kept("example-action", office),

  "pledge:sign": leads,
  "pledge-action:name": leads,
  "pledge-action:report": leads,
  "pledge-action:review": leads,
  "pledge-action:carry-forward": leads,

  ...kept("claim", leads),
};
