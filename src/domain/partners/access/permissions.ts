import type { Act } from "../../../api/access/act.ts";
import type { Permission } from "../../../api/access/permission.ts";
import { roles } from "../../../api/access/role.ts";
import type { RecordVerb } from "../../../api/act/kept.ts";
import { alsoAppoints, alsoEndsAll } from "./asked-beside.ts";

/**
 * Who may do what, to be read aloud: "a milestone is planned by a lead, a deputy or the programme office" of what it is
 * part of. A role counts where it is held: for a system, a programme, a workstream or a HIT, and for all that is part of it.
 * `on` is what an act is done to, where it is not called after that; `at`, where it is asked, where that is further up.
 */
const leads: Permission = { by: ["LEAD", "DEPUTY", "OFFICE"] };
/** Who decides for a programme, not by deputy: to lead one of its workstreams is not enough. */
const deciders: Permission = { by: ["LEAD", "OFFICE"], at: ["Programme"] };
const office: Permission = { by: ["OFFICE"] };
const keepers: Permission = { by: ["OFFICE", "STEWARD"] };
/** Who may say what their own list calls a record: whoever may import it. */
const listKeepers: Permission = { by: ["LEAD", "DEPUTY", "OFFICE", "STEWARD"] };
const stewards: Permission = { by: ["STEWARD"] };
/** A name is erased in the records of every system: to be steward of one is not enough. */
const stewardsOfAll: Permission = { by: ["STEWARD"], at: "EVERYTHING" };

/** Whoever has a webhook of their own is told what they may see themselves, whatever their role: nobody else decides where that goes. */
const owner = { by: [], own: { in: ["accountId", "keyId"], by: roles } } satisfies Permission;

/** What is reported on, and what money, risks and roles are for. */
const DELIVERY = ["Programme", "Workstream", "HealthIntegrationTeam"];
const ANYWHERE = ["Place", ...DELIVERY];

const sharedActs = new Map<Permission, Permission>();

type ActsOn<Noun extends string, Verb extends string> = Readonly<Record<`${Noun}:${Verb}`, Permission>>;

/** Acts on what a noun says, by their verbs. */
function actsOn<Noun extends string, Verb extends string>(noun: Noun, by: Readonly<Record<Verb, Permission>>): ActsOn<Noun, Verb> {
  // The keys are made here, of the very two that the type is made of.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return Object.fromEntries(Object.entries(by).map(([verb, permission]) => [`${noun}:${verb}`, permission])) as ActsOn<Noun, Verb>;
}

/** The acts that are the same for every kind of record for which people have no verbs of their own. A record is recorded in what it is to be part of. */
function kept<Noun extends string>(noun: Noun, by: Permission, away: Permission = keepers): ActsOn<Noun, RecordVerb> {
  return actsOn(noun, { record: shared(by), amend: shared(by), remove: shared(away), restore: shared(away) });
}

/** What was recorded in error is removed, and brought back, by the same acts whatever it is. */
function corrected<Noun extends string>(noun: Noun, by: Permission = keepers): ActsOn<Noun, "remove" | "restore"> {
  return actsOn(noun, { remove: shared(by), restore: shared(by) });
}

/** One and the same for each, so that what is asked of many records is judged once. */
function shared(by: Permission): Permission {
  const known = sharedActs.get(by) ?? { ...by, shared: true };
  sharedActs.set(by, known);
  return known;
}

const table = {
  ...kept("place", stewards, stewards),
  ...kept("source", leads),
  ...kept("external-reference", listKeepers, listKeepers),

  ...kept("organisation", keepers),
  ...kept("organisation-name", keepers),
  ...kept("organisation-identifier", keepers),
  ...kept("succession", stewards, stewards),
  ...kept("person", keepers),
  ...kept("person-role", keepers),
  "person:erase": stewardsOfAll,
  "account:erase": stewardsOfAll,
  "account:sign-in": { by: [], on: [] },

  // Asked once of whoever imports, wherever they hold it; and then each row asks for what it does.
  "table:import": { by: ["LEAD", "DEPUTY", "OFFICE", "STEWARD"], on: [] },

  // Who has access is read by those who answer for it.
  "access:read": { by: ["OFFICE", "STEWARD", "AUDITOR"] },
  "access-key:create": { ...keepers, on: ANYWHERE, also: alsoAppoints },
  "access-key:revoke": { ...keepers, also: alsoEndsAll },
  "role:grant": { ...keepers, on: ANYWHERE, also: alsoAppoints },
  "role:end": { ...keepers, also: alsoAppoints },
  // Asked beside the four above where the role is that of an office, a steward or an auditor.
  "role:appoint": { ...stewards, on: ANYWHERE },

  // Where a webhook sends what its owner may see, its owner alone decides; whoever answers for them may stop it.
  "webhook:read": { by: ["OFFICE", "STEWARD", "AUDITOR"], own: owner.own, on: [] },
  "webhook:create": { ...owner, on: [] },
  "webhook:amend": owner,
  "webhook:rotate-secret": owner,
  "webhook:pause": { ...owner, ...keepers },
  "webhook:resume": owner,
  "webhook:test": owner,
  "webhook:redeliver": owner,
  "webhook:end": { ...owner, ...keepers },
  "webhook:stop": { by: [], on: [] },
  // It shows no more than its maker sees: whoever signed in may make one for what they see.
  "calendar-address:create": { by: "SIGNED_IN", on: ["Programme", "HealthIntegrationTeam", "Organisation", "Group"] },
  "calendar-address:revoke": { ...keepers, own: { in: ["holderId"], by: "SIGNED_IN" } },

  ...kept("health-integration-team", keepers),
  ...kept("group", leads),
  ...kept("membership", leads),
  ...kept("membership-unit", leads),
  ...kept("collaboration", leads),
  ...kept("collaboration-party", leads),

  ...kept("programme", office),
  ...kept("programme-governance", office),

  "workstream:open": { ...leads, on: ["Programme"] },
  "workstream:amend": leads,
  "workstream:update": leads,
  "workstream:start": leads,
  "workstream:say-not-started": leads,
  "workstream:report-ready": leads,
  "workstream:pause": leads,
  "workstream:resume": leads,
  "workstream:merge": leads,
  "workstream:close": leads,
  "workstream:reopen": leads,
  ...corrected("workstream"),

  "criterion:add": { ...leads, on: ["Workstream"] },
  "criterion:reword": leads,
  "criterion:supply": leads,
  "criterion:accept": deciders,
  "criterion:reject": deciders,
  "criterion:waive": deciders,
  "criterion:require": deciders,
  ...corrected("criterion"),

  "milestone:plan": { ...leads, on: ["Programme", "Workstream"] },
  "milestone:reword": leads,
  "milestone:reforecast": leads,
  "milestone:rebaseline": office,
  "milestone:correct-baseline": office,
  "milestone:meet": leads,
  "milestone:partly-meet": leads,
  "milestone:miss": leads,
  "milestone:say-not-done": leads,
  // Said by who asks, not by who would answer.
  "milestone:say-not-reported": deciders,
  "milestone:cancel": leads,
  "milestone:reopen": leads,
  // Asked at both ends: to answer for a milestone is not enough to take it away.
  "milestone:move": { ...leads, at: ["Programme", "Workstream"] },
  "milestone:hand-over": leads,
  ...corrected("milestone"),

  "dependency:add": { ...leads, on: ["Workstream", "Milestone"] },
  "dependency:amend": leads,
  "dependency:drop": deciders,
  "dependency:restore": shared(deciders),
  "dependency:waive": deciders,
  "dependency-waiver:end": deciders,

  "status-report:draft": { ...leads, on: DELIVERY },
  "status-report:revise": leads,
  "status-report:submit": leads,
  "status-report:correct": { ...leads, at: DELIVERY },
  "status-report:say-not-done": { ...leads, on: ["Milestone"] },
  "status-report:return": office,
  "status-report:publish": office,
  // Only what is not handed in: a draft is its authors' own.
  ...corrected("status-report", leads),

  "risk:raise": { ...leads, on: ["Programme", "Workstream", "Milestone"] },
  "risk:amend": leads,
  "risk:review": leads,
  "risk:close": leads,
  "risk:reopen": leads,
  ...corrected("risk"),

  // Who decides what a board is shown; asked for each programme that the pack is about.
  "board-pack:freeze": { by: ["LEAD", "OFFICE"], on: ["Programme", "Group"] },
  "board-pack:withdraw": { by: ["LEAD", "OFFICE"] },

  "funding-award:record": { ...leads, on: ANYWHERE },
  "funding-award:amend": leads,
  "funding-award:apply": leads,
  "funding-award:award": leads,
  "funding-award:end": leads,
  "funding-award:reopen": leads,
  ...corrected("funding-award"),
  "award-party:add": { ...leads, on: ["FundingAward"] },
  "award-party:remove": leads,
  "award-party:restore": shared(leads),
  "award-spend:record": { ...leads, on: ["FundingAward"] },
  ...corrected("award-spend"),
  "funding-total:record": { ...leads, on: ["Place", "Programme", "HealthIntegrationTeam"] },
  "funding-total:amend": shared(leads),
  ...corrected("funding-total"),

  "post:record": { ...leads, on: ["Place", "Programme"] },
  "post:amend": leads,
  "post:approve": office,
  "post:advertise": leads,
  "post:fill": leads,
  "post:vacate": leads,
  "post:end": leads,
  "post:reopen": leads,
  ...corrected("post"),
  "post-holder:amend": leads,
  ...corrected("post-holder"),
  "post:fund": leads,
  "post-funder:amend": leads,
  ...corrected("post-funder"),

  "measure:record": { ...leads, on: [...ANYWHERE, "TrainingProgramme", "Group"] },
  "measure:amend": leads,
  "measure:target": leads,
  "measure:report": leads,
  ...corrected("measure"),
  "measure-actual:amend": leads,
  ...corrected("measure-actual"),

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

  "pledge:sign": { ...leads, on: ["Pledge", "PledgeVersion"], at: ["Pledge"] },
  "pledge-signature:amend": { ...leads, at: ["Pledge"] },
  ...corrected("pledge-signature"),
  "pledge-action:name": { ...leads, on: ["PledgeSignature"] },
  "pledge-action:amend": leads,
  "pledge-action:report": leads,
  "pledge-action:review": leads,
  "pledge-action:carry-forward": { ...leads, at: ["Pledge"] },
  ...corrected("pledge-action"),

  ...kept("claim", leads),
} satisfies Readonly<Record<string, Permission>>;

declare module "../../../api/access/act.ts" {
  interface Acts extends Readonly<Record<keyof typeof table, Permission>> {}
}

export const permissions: Readonly<Record<Act, Permission>> = table;
