import { getNullableType, isInputObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { schema } from "../../support/schema.ts";
import { actName } from "../../../src/api/act/act-enum.ts";
import { actsOn } from "../../../src/api/act/acts-on.ts";
import { actOn, fieldFor, isShared, recordVerbs } from "../../../src/api/act/kept.ts";
import { fieldOf } from "../../../src/api/field.ts";
import { roles } from "../../../src/api/access/role.ts";
import type { Viewer } from "../../../src/api/access/viewer.ts";
import { permissions } from "../../../src/domain/partners/access/permissions.ts";
import { accessKeyKind, roleGrantKind } from "../../../src/domain/partners/access/table.ts";
import { Relations } from "../../../src/ledger/record.ts";
import { concepts } from "../../../src/schema.ts";
import { holding, openWorld, type World } from "../../support/domain-world.ts";
import { barestInput, neededBy, sending, type Sent } from "../../support/sample-mutation.ts";
import { twoOfEach } from "../../support/two-of-each.ts";

/** Every act, on every record on which viewerCan tells of it, as everybody: where viewerCan says no, and nowhere else, the mutation answers FORBIDDEN. */

const kinds = concepts.flatMap((concept) => concept.kinds);
const relations = new Relations(kinds);
const mutations = schema.getMutationType()?.getFields() ?? {};
const acts = actsOn(permissions, kinds);

/** Set where there is time to try every act as everybody. */
const EVERYBODY = process.env["EVERYBODY"] !== undefined;

/** An act as it is sent for a record: of what kind that is, and what there is beside it. */
interface Trial {
  readonly mutation: string;
  readonly sent: (id: string, type: string, the: (type: string) => string) => Sent;
  /** What is asked as well by the mutation that does this. */
  readonly besides?: readonly string[];
}

const FIELDS: Readonly<Record<string, string>> = { Place: "system", Programme: "programme", Workstream: "workstream", HealthIntegrationTeam: "healthIntegrationTeam", TrainingProgramme: "trainingProgramme", Group: "group", Milestone: "milestone" };

const itself = (mutation: string): Trial => ({ mutation, sent: (id) => ({ id, expectedVersion: 99 }) });
/** Whatever its version. */
const itselfAsItIs = (mutation: string): Trial => ({ mutation, sent: (id) => ({ id }) });
const under = (mutation: string, field: string): Trial => ({ mutation, sent: (id) => ({ [field]: id }) });
/** For what it is done to, and for nothing beside it. */
const within = (mutation: string): Trial => ({ mutation, sent: (id, type) => ({ [FIELDS[type] ?? ""]: id }) });
/** The same where its programme is always said. */
const ofProgramme = (mutation: string): Trial => ({ mutation, sent: (id, type, the) => ({ programme: the("Programme"), [FIELDS[type] ?? ""]: id }) });

const VERBS: Readonly<Record<string, Trial>> = {
  "workstream:open": within("openWorkstream"), "workstream:amend": itself("amendWorkstream"), "workstream:start": itself("startWorkstream"), "workstream:say-not-started": itself("sayWorkstreamNotStarted"), "workstream:report-ready": itself("reportWorkstreamReady"),
  "workstream:update": { mutation: "updateWorkstream", sent: (id) => ({ id, acts: [{ pauseWorkstream: { id, expectedVersion: 99 } }] }) },
  "workstream:pause": itself("pauseWorkstream"), "workstream:resume": itself("resumeWorkstream"), "workstream:merge": itself("mergeWorkstream"), "workstream:close": itself("closeWorkstream"), "workstream:reopen": itself("reopenWorkstream"),
  "criterion:add": within("addCriterion"), "criterion:reword": itself("rewordCriterion"), "criterion:supply": itself("supplyCriterion"), "criterion:accept": itself("acceptCriterion"),
  "criterion:reject": itself("rejectCriterion"), "criterion:waive": itself("waiveCriterion"), "criterion:require": itself("requireCriterion"),
  "milestone:plan": ofProgramme("planMilestone"), "milestone:reword": itself("rewordMilestone"), "milestone:reforecast": itself("reforecastMilestone"), "milestone:rebaseline": itself("rebaselineMilestone"),
  "milestone:correct-baseline": itself("correctMilestoneBaseline"), "milestone:say-not-reported": itself("sayMilestoneNotReported"),
  "milestone:meet": itself("meetMilestone"), "milestone:partly-meet": itself("partlyMeetMilestone"), "milestone:miss": itself("missMilestone"), "milestone:say-not-done": itself("sayMilestoneNotDone"),
  "milestone:cancel": itself("cancelMilestone"), "milestone:reopen": itself("reopenMilestone"),
  "milestone:move": { mutation: "moveMilestone", sent: (id, _, the) => ({ id, expectedVersion: 99, workstream: the("Workstream") }) },
  "milestone:hand-over": { mutation: "moveMilestone", sent: (id, _, the) => ({ id, expectedVersion: 99, ownerOrganisation: the("Organisation") }) },
  "dependency:add": { mutation: "addDependency", sent: (id, type) => ({ [`successor${type}`]: id }) }, "dependency:amend": itself("amendDependency"), "dependency:drop": itself("dropDependency"), "dependency:waive": under("waiveDependency", "dependency"), "dependency-waiver:end": itself("endWaiver"),
  "status-report:draft": within("draftStatusReport"), "status-report:revise": itself("reviseStatusReport"), "status-report:submit": itself("submitStatusReport"), "status-report:correct": under("correctStatusReport", "id"),
  "status-report:return": itself("returnStatusReport"), "status-report:publish": itself("publishStatusReport"),
  "risk:raise": ofProgramme("raiseRisk"), "risk:amend": itself("amendRisk"), "risk:review": itself("reviewRisk"), "risk:close": itself("closeRisk"), "risk:reopen": itself("reopenRisk"),
  "board-pack:freeze": { mutation: "freezeBoardPack", sent: (id, type, the) => (type === "Group" ? { group: id } : { group: the("Group"), programmes: [id] }) }, "board-pack:withdraw": itself("withdrawBoardPack"),
  "funding-award:record": within("recordFundingAward"), "funding-award:amend": itself("amendFundingAward"), "funding-award:apply": itself("applyForFunding"), "funding-award:award": itself("awardFunding"), "funding-award:end": itself("endFundingAward"), "funding-award:reopen": itself("reopenFundingAward"),
  "award-party:add": under("addAwardParty", "award"), "award-party:remove": itself("removeAwardParty"), "award-spend:record": under("recordAwardSpend", "award"), "funding-total:record": within("recordFundingTotal"),
  "post:record": within("recordPost"), "post:amend": itself("amendPost"), "post:approve": itself("approvePost"), "post:advertise": itself("advertisePost"), "post:fill": itself("fillPost"), "post:vacate": itself("vacatePost"),
  "post:end": itself("endPost"), "post:reopen": itself("reopenPost"), "post-holder:amend": itself("amendPostHolder"), "post:fund": under("fundPost", "post"), "post-funder:amend": itself("amendPostFunder"),
  "measure:record": within("recordMeasure"), "measure:amend": itself("amendMeasure"), "measure:target": itself("setMeasureTarget"), "measure:report": under("reportMeasure", "measure"), "measure-actual:amend": itself("amendMeasureActual"),
  "pledge:sign": { mutation: "signPledge", sent: (_, __, the) => ({ pledgeVersion: the("PledgeVersion") }) }, "pledge-action:name": under("namePledgeAction", "signature"), "pledge-signature:amend": itself("amendPledgeSignature"), "pledge-action:amend": itself("amendPledgeAction"), "pledge-action:report": itself("reportPledgeAction"),
  "pledge-action:review": itself("reviewPledgeAction"), "pledge-action:carry-forward": { mutation: "carryForwardPledgeAction", sent: (id, _, the) => ({ id, expectedVersion: 99, signature: the("PledgeSignature") }) },
  "access-key:create": { mutation: "createAccessKey", sent: (id) => ({ role: "LEAD", holdsFor: id, name: "Board pack" }) }, "access-key:revoke": itself("revokeAccessKey"), "role:end": itself("endRole"),
  "role:grant": { mutation: "grantRole", sent: (id, _, the) => ({ account: the("Account"), role: "LEAD", holdsFor: id }) },
  "role:appoint": { mutation: "grantRole", sent: (id, _, the) => ({ account: the("Account"), role: "OFFICE", holdsFor: id }), besides: ["role:grant"] },
  "webhook:amend": itself("amendWebhook"), "webhook:rotate-secret": itself("rotateWebhookSecret"), "webhook:pause": itself("pauseWebhook"), "webhook:resume": itself("resumeWebhook"), "webhook:end": itself("endWebhook"), "webhook:test": itselfAsItIs("testWebhook"), "webhook:redeliver": itselfAsItIs("redeliverWebhook"),
  "calendar-address:create": { mutation: "createCalendarAddress", sent: (id) => ({ about: id }) }, "calendar-address:revoke": itself("revokeCalendarAddress"),
  "person:erase": under("erasePerson", "id"), "account:erase": under("eraseAccount", "id"),
};

/** Asked within other acts: what a report says of a milestone has tests of its own. */
const WITHIN_OTHERS = new Set(["status-report:say-not-done"]);

/** The acts that are the same for every kind, each as it is sent for a record of a type. */
function trialOf(act: string): Trial | null {
  const verb = VERBS[act];
  if (verb !== undefined) return verb;
  const kind = kinds.find((one) => recordVerbs.some((each) => isShared(permissions, one, each) && actOn(one, each) === act));
  if (kind === undefined) return null;
  const under = fieldFor(kind);
  switch (act.replace(/.*:/, "")) {
    case "amend": return { mutation: "amend", sent: (id) => ({ id, expectedVersion: 99, changes: { [under]: {} } }) };
    case "remove": return { mutation: "remove", sent: (id) => ({ id, expectedVersion: 99 }) };
    case "restore": return { mutation: "restore", sent: (id) => ({ id }) };
    default: return { mutation: "record", sent: (id, type) => ({ records: [{ record: { [under]: { ...barestRecord(kind.type), [wholeField(kind.type, type)]: id } } }] }) };
  }
}

function barestRecord(type: string): Sent {
  const input = schema.getType(`${type}Input`);
  if (!isInputObjectType(input)) throw new Error(`Nobody records a ${type}.`);
  return barestInput(input);
}

/** The field by which a record of one type is part of one of another. */
function wholeField(type: string, of: string): string {
  const kind = kinds.find((one) => one.type === type);
  const named = new Set([...(kind?.partOf ?? []).flatMap((part) => ("through" in part ? [] : [part.name])), "systemId"]);
  const relation = kind === undefined ? undefined : relations.of(kind).filter(({ to }) => to.type === of).toSorted((a, b) => Number(a.field === "systemId") - Number(b.field === "systemId")).find(({ field }) => named.has(field));
  return fieldOf(relation?.field ?? "");
}

/** The answer of a mutation for a record: whether it was forbidden. */
async function isForbidden(world: World, viewer: Viewer, { mutation: name, sent }: Trial, id: string, type: string, the: (type: string) => string): Promise<boolean> {
  const mutation = mutations[name];
  if (mutation === undefined) throw new Error(`There is no mutation ${name}.`);
  const [only, ...more] = neededBy(mutation);
  const all = sent(id, type, the);
  const input = only === undefined ? undefined : getNullableType(only.type);
  const variables = only !== undefined && more.length === 0 && isInputObjectType(input) ? { [only.name]: { ...barestInput(input), ...all } } : all;
  const { code } = await sending(world, viewer, mutation, variables, 'dryRun: true reason: "Tried"');
  if (code !== "FORBIDDEN" && !code.startsWith("answers ")) throw new Error(`${name} ${JSON.stringify(variables)}: ${code}`);
  return code === "FORBIDDEN";
}

const CAN = "id viewerCan { act allowed }";
const SHOWN = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Record { ${CAN} } } accounts(first: 100) { nodes { ${CAN} calendarAddresses { ${CAN} } } } accessKeys(first: 100) { nodes { ${CAN} } } roleGrants(first: 100) { nodes { ${CAN} } } webhooks(first: 100) { nodes { ${CAN} } } }`;

interface Can { readonly id: string; readonly viewerCan: readonly { readonly act: string; readonly allowed: boolean }[] }
interface Shown { readonly nodes: readonly (Can | null)[]; readonly accounts: { readonly nodes: readonly (Can & { readonly calendarAddresses: readonly Can[] })[] }; readonly accessKeys: { readonly nodes: readonly Can[] }; readonly roleGrants: { readonly nodes: readonly Can[] }; readonly webhooks: { readonly nodes: readonly Can[] } }

/** What viewerCan says of every record that somebody is shown. */
async function said(world: World, viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const { nodes, accounts, accessKeys, roleGrants, webhooks } = await world.ask<Shown>(viewer, SHOWN, { ids });
  return new Map([...nodes.filter((node) => node !== null), ...accounts.nodes, ...accounts.nodes.flatMap(({ calendarAddresses }) => calendarAddresses), ...accessKeys.nodes, ...roleGrants.nodes, ...webhooks.nodes].flatMap(({ id, viewerCan }) => viewerCan.map(({ act, allowed }): [string, boolean] => [`${act} ${id}`, allowed])));
}

describe("viewerCan", () => {
  it("says no exactly where the mutation answers FORBIDDEN", async () => {
    const world = await openWorld();
    const pairs = await twoOfEach(world, schema, kinds);
    const the = (type: string): string => pairs.find(({ kind }) => kind.type === type)?.first ?? "";
    // A key with roles in two programmes, one with the office's role, and that role itself.
    const more = await world.act((draft) => {
      const key = (name: string) => draft.create(accessKeyKind, { audience: "MEMBERS", name, prefix: "wmk_0000", fingerprint: name, expiresOn: "2099-01-01" });
      const given = (keyId: string, role: string, holdsForId: string) => draft.create(roleGrantKind, { audience: "MEMBERS", keyId, role, holdsForId, origin: "GIVEN", since: "2024-01-01" });
      const [both, offices] = [key("both"), key("offices")];
      const programmes = pairs.find(({ kind }) => kind.type === "Programme");
      given(both, "LEAD", programmes?.first ?? "");
      given(both, "LEAD", programmes?.second ?? "");
      return [["AccessKey", both], ["AccessKey", offices], ["RoleGrant", given(offices, "OFFICE", programmes?.first ?? "")]] as const;
    });
    const records = [...pairs.map(({ kind, first }) => [kind.type, first] as const), ...more];
    const ids = records.map(([, id]) => id);
    const elsewhere = pairs.find(({ kind }) => kind.type === "Programme")?.second ?? "";
    const places = ["Place", "HealthIntegrationTeam", "Programme", "Workstream", "Pledge"].map(the);
    const known = new Map<string, Promise<ReadonlyMap<string, boolean>>>();
    let [compared, turn] = [0, 0];
    const wrong: string[] = [];
    for (const [type, id] of records) {
      for (const act of acts.get(type) ?? []) {
        const trial = trialOf(act);
        if (trial === null) {
          if (!WITHIN_OTHERS.has(act)) wrong.push(`${act} on ${type}: not tried`);
          continue;
        }
        turn += 1;
        const by = permissions[act]?.by ?? [];
        const [allowed = "LEAD"] = by === "SIGNED_IN" ? [] : by;
        // An address is only given out with the account that made it: no role is held for one.
        const holders = [...new Set([null, ...(type === "CalendarAddress" ? [] : [id]), elsewhere, ...places])];
        const viewers = [...holders.map((holdsFor) => [allowed, holdsFor] as const), ...roles.filter((role) => role !== allowed).map((role) => [role, null] as const)];
        // What is the same for every kind is tried by as many, but by each on another kind.
        const every = EVERYBODY ? 1 : VERBS[act] === undefined ? 5 : 2;
        for (const [role, holdsFor] of viewers.filter((_, index) => (index + turn) % every === 0)) {
          const viewer = holding(role, holdsFor);
          const key = `${role} ${holdsFor}`;
          const can = await (known.get(key) ?? known.set(key, said(world, viewer, ids)).get(key));
          const says = [act, ...(trial.besides ?? [])].every((one) => can?.get(`${actName(one)} ${id}`) === true);
          const isAnswered = !(await isForbidden(world, viewer, trial, id, type, the));
          compared += 1;
          if (says !== isAnswered) wrong.push(`${act} on ${type} as ${role} of ${holdsFor === null ? "everything" : holdsFor === id ? "it" : (pairs.find(({ first }) => first === holdsFor)?.kind.type ?? "another programme")}: ${says ? "allowed, and refused" : "not allowed, and done"}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(EVERYBODY ? 4_000 : 1_000);
  }, 120_000);
});
