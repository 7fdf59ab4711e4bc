import { signedIn } from "../../src/domain/partners/access/signing-in.ts";
import { accessKeyKind, accountKind, roleGrantKind } from "../../src/domain/partners/access/table.ts";
import { webhookKind } from "../../src/domain/partners/webhook/table.ts";
import { boardPackKind } from "../../src/domain/delivery/board-pack/table.ts";
import { calendarAddressKind } from "../../src/domain/delivery/calendar-address/table.ts";
import { readDay } from "../../src/kernel/day.ts";
import { officeOfEverything, type World } from "./domain-world.ts";
import { deliveryOf } from "./given-delivery.ts";
import { promisesOf } from "./given-promises.ts";
import type { Sent } from "./sample-mutation.ts";

/** What a mutation can be sent where it is done. Each makes what it takes. */
export type SampleActs = Readonly<Record<string, () => Promise<Sent>>>;

const seen = (id: string): { readonly id: string; readonly expectedVersion: number } => ({ id, expectedVersion: 1 });
const may = { text: "May 2024" };
const pounds = { amount: "£15,450" };

/** One act of every mutation that is done and not refused, for the office of a system. */
export async function sampleActs(world: World, system: string): Promise<SampleActs> {
  const { given, record } = world;
  const [delivery, promises] = [deliveryOf(world), promisesOf(world)];
  const here = { systemId: system };
  const programme = await given.programme(here);
  const part = { ...here, programmeId: programme };
  const organisation = await given.organisation();
  const workstream = async (status: "NOT_STARTED" | "IN_PROGRESS" | "PAUSED" | "READY" | "CLOSED" = "IN_PROGRESS"): Promise<string> => given.workstream({ ...part, status });
  const milestone = async (values: Parameters<typeof given.milestone>[0] = {}): Promise<string> => given.milestone({ ...part, firstBaseline: "May 2024", baseline: "May 2024", forecast: "May 2024", ...values });
  const criterion = async (status: "OUTSTANDING" | "SUPPLIED" | "WAIVED"): Promise<string> => given.criterion({ ...here, workstreamId: await workstream(), status, ...(status === "SUPPLIED" ? { evidence: "The plan" } : {}) });
  const report = async (status: "DRAFT" | "SUBMITTED" | "PUBLISHED", period: string): Promise<string> => {
    const id = await delivery.statusReport({ ...part, status, period, narrative: "All is well", audience: status === "PUBLISHED" ? "PUBLIC" : "DRAFT" });
    await delivery.statusReportItem({ ...here, reportId: id, audience: status === "PUBLISHED" ? "PUBLIC" : "DRAFT" });
    return id;
  };
  const risk = async (status: "OPEN" | "CLOSED"): Promise<string> => delivery.risk({ ...part, status });
  const award = async (status: "PROPOSED" | "AWARDED"): Promise<string> => given.award({ ...part, status });
  const post = async (status: "PROPOSED" | "APPROVED" | "FILLED"): Promise<string> => delivery.post({ ...part, status });
  const measure = async (): Promise<string> => delivery.measure(part);
  const account = await signedIn(world.ledger, { issuer: "https://login.example", subject: "sample-1", displayName: "Sam", grants: null });
  const key = async (): Promise<string> => record(accessKeyKind, { audience: "MEMBERS", name: "Board pack", prefix: "wmk_0000", fingerprint: crypto.randomUUID(), expiresOn: readDay("2099-01-01") });
  // Whoever acts has an account of their own, and webhooks.
  const own = await world.act((draft) => draft.create(accountKind, { audience: "MEMBERS", issuer: "https://login.example", subject: "sample-office", displayName: "Olu" }, officeOfEverything.accountId ?? ""));
  const hook = async (status: "ACTIVE" | "PAUSED" = "ACTIVE"): Promise<string> => record(webhookKind, { audience: "MEMBERS", accountId: own, address: "https://example.nhs.uk/hook", types: [], status, pausedFor: status === "PAUSED" ? "ASKED" : null, since: readDay("2024-01-01"), fingerprint: "0" });
  const pledge = await promises.pledge(part);
  const version = await promises.version({ ...here, pledgeId: pledge, actionCount: 2, actionMonths: 12 });
  const signature = async (signed: string, values: object = {}): Promise<string> => promises.signature({ ...here, pledgeId: pledge, pledgeVersionId: version, organisationId: organisation, signed, ...values });
  const actions = [{ statement: "Train staff", nature: "NEW" }, { statement: "Keep the network", nature: "CONTINUING" }];
  const action = async (): Promise<string> => promises.action({ ...here, signatureId: await signature("5 July 2020") });
  const group = await given.group(here);

  return {
    record: async () => ({ records: [{ as: "network", record: { group: { name: "Network", kind: "BOARD", status: "ACTIVE" } } }, { record: { membership: { capacity: "MEMBER", group: "@network", organisation } } }] }),
    amend: async () => ({ ...seen(await given.group(here)), changes: { group: { name: "Board" } } }),
    remove: async () => { const id = await given.award(part); await given.awardParty({ ...here, awardId: id }); return seen(id); },
    restore: async () => {
      const id = await milestone();
      await world.ask(officeOfEverything, "mutation ($id: ID!) { remove(id: $id, expectedVersion: 1, reason: \"A slip\") { entry } }", { id });
      return { id };
    },
    openWorkstream: async () => ({ workstream: { programme, name: "Training", theme: "TRAINING" } }),
    amendWorkstream: async () => ({ workstream: { ...seen(await workstream()), purpose: "To train" } }),
    startWorkstream: async () => ({ workstream: seen(await workstream("NOT_STARTED")) }),
    sayWorkstreamNotStarted: async () => ({ workstream: seen(await workstream()) }),
    reportWorkstreamReady: async () => ({ workstream: seen(await workstream()) }),
    pauseWorkstream: async () => ({ workstream: seen(await workstream()) }),
    resumeWorkstream: async () => ({ workstream: seen(await workstream("PAUSED")) }),
    mergeWorkstream: async () => ({ workstream: { ...seen(await workstream()), continuedIn: [await workstream()] } }),
    closeWorkstream: async () => ({ workstream: seen(await workstream()) }),
    reopenWorkstream: async () => ({ workstream: seen(await workstream("CLOSED")) }),
    updateWorkstream: async () => {
      const id = await workstream();
      const own = await given.milestone({ ...part, workstreamId: id, firstBaseline: "May 2024", baseline: "May 2024", forecast: "May 2024" });
      return { update: { id, acts: [{ meetMilestone: { ...seen(own), actual: may } }, { raiseRisk: { programme, workstream: id, title: "Few trainers", kind: "RISK", ownerOrganisation: organisation } }, { draftStatusReport: { workstream: id, period: may, narrative: "On the way", submit: true } }] } };
    },
    addCriterion: async () => ({ criterion: { workstream: await workstream(), statement: "Plan agreed" } }),
    rewordCriterion: async () => ({ criterion: { ...seen(await criterion("OUTSTANDING")), statement: "Plan agreed by all" } }),
    supplyCriterion: async () => ({ criterion: { ...seen(await criterion("OUTSTANDING")), evidence: "The plan" } }),
    acceptCriterion: async () => ({ criterion: seen(await criterion("SUPPLIED")) }),
    rejectCriterion: async () => ({ criterion: seen(await criterion("SUPPLIED")) }),
    waiveCriterion: async () => ({ criterion: seen(await criterion("OUTSTANDING")) }),
    requireCriterion: async () => ({ criterion: seen(await criterion("WAIVED")) }),
    planMilestone: async () => ({ milestone: { programme, title: "Launch", type: "LAUNCH", baseline: { text: "May 2099" } } }),
    rewordMilestone: async () => ({ milestone: { ...seen(await milestone()), title: "The launch" } }),
    reforecastMilestone: async () => ({ milestone: { ...seen(await milestone()), forecast: { text: "May 2099" } } }),
    rebaselineMilestone: async () => ({ milestone: { ...seen(await milestone()), baseline: { text: "May 2099" } } }),
    correctMilestoneBaseline: async () => ({ milestone: { ...seen(await milestone()), firstBaseline: { text: "April 2024" } } }),
    meetMilestone: async () => ({ milestone: { ...seen(await milestone()), actual: may } }),
    partlyMeetMilestone: async () => ({ milestone: { ...seen(await milestone()), actual: may } }),
    missMilestone: async () => ({ milestone: seen(await milestone()) }),
    sayMilestoneNotDone: async () => ({ milestone: seen(await milestone()) }),
    sayMilestoneNotReported: async () => ({ milestone: seen(await milestone()) }),
    cancelMilestone: async () => ({ milestone: seen(await milestone()) }),
    reopenMilestone: async () => ({ milestone: seen(await milestone({ status: "MET", actual: "May 2024" })) }),
    moveMilestone: async () => ({ milestone: { ...seen(await milestone()), workstream: await workstream() } }),
    addDependency: async () => ({ dependency: { type: "READY_TO_START", successorWorkstream: await workstream(), predecessorWorkstream: await workstream() } }),
    amendDependency: async () => ({ dependency: { ...seen(await given.dependency(here)), rationale: "Training needs principles" } }),
    dropDependency: async () => ({ dependency: seen(await given.dependency({ ...here, successorWorkstreamId: await workstream(), predecessorWorkstreamId: await workstream() })) }),
    waiveDependency: async () => ({ waiver: { dependency: await given.dependency(here), until: "2099-01-01" } }),
    endWaiver: async () => ({ waiver: seen(await given.dependencyWaiver({ ...here, dependencyId: await given.dependency(here), until: "2099-01-01" })) }),
    draftStatusReport: async () => ({ statusReport: { programme, period: { text: "January 2024" }, narrative: "All is well", items: [{ kind: "ACHIEVED", statement: "The charter" }] } }),
    reviseStatusReport: async () => ({ statusReport: { ...seen(await report("DRAFT", "February 2024")), narrative: "All is very well", items: { add: [{ kind: "NEXT", statement: "The launch" }] } } }),
    submitStatusReport: async () => ({ statusReport: seen(await report("DRAFT", "March 2024")) }),
    returnStatusReport: async () => ({ statusReport: seen(await report("SUBMITTED", "April 2024")) }),
    publishStatusReport: async () => ({ statusReport: seen(await report("SUBMITTED", "May 2024")) }),
    correctStatusReport: async () => ({ statusReport: { id: await report("PUBLISHED", "June 2024"), narrative: "All is nearly well" } }),
    raiseRisk: async () => ({ risk: { programme, title: "Few trainers", kind: "RISK", ownerOrganisation: organisation } }),
    amendRisk: async () => ({ risk: { ...seen(await risk("OPEN")), ownerOrganisation: organisation } }),
    reviewRisk: async () => ({ risk: { ...seen(await risk("OPEN")), likelihood: "HIGH" } }),
    closeRisk: async () => ({ risk: seen(await risk("OPEN")) }),
    reopenRisk: async () => ({ risk: seen(await risk("CLOSED")) }),
    freezeBoardPack: async () => ({ boardPack: { group, meetsOn: "2026-01-15", programmes: [programme] } }),
    withdrawBoardPack: async () => ({ boardPack: seen(await record(boardPackKind, { ...here, title: "Pack", groupId: group, meetsOn: readDay("2025-01-15"), asOn: readDay("2025-01-15"), entry: 1, entryAt: "2025-01-15T00:00:00.000Z", headHash: "0" })) }),
    recordFundingAward: async () => ({ fundingAward: { programme, title: "Champions", amount: pounds, status: "AWARDED", awarded: may, parties: [{ role: "FUNDER", organisation }] } }),
    amendFundingAward: async () => ({ fundingAward: { ...seen(await award("AWARDED")), amount: pounds } }),
    applyForFunding: async () => ({ fundingAward: seen(await award("PROPOSED")) }),
    awardFunding: async () => ({ fundingAward: { ...seen(await award("PROPOSED")), awarded: may } }),
    endFundingAward: async () => ({ fundingAward: seen(await award("AWARDED")) }),
    reopenFundingAward: async () => ({ fundingAward: seen(await given.award({ ...part, status: "ENDED" })) }),
    addAwardParty: async () => ({ awardParty: { award: await award("AWARDED"), role: "FUNDER", organisation } }),
    removeAwardParty: async () => ({ awardParty: seen(await given.awardParty({ ...here, awardId: await award("AWARDED"), organisationId: organisation })) }),
    recordAwardSpend: async () => ({ awardSpend: { award: await award("AWARDED"), financialYear: "2022-23", amount: pounds } }),
    recordFundingTotal: async () => ({ fundingTotal: { programme, title: "Funding secured", amount: pounds, financialYear: "2022-23", itemised: false } }),
    recordPost: async () => ({ post: { programme, title: "Coordinator", status: "PROPOSED" } }),
    amendPost: async () => ({ post: { ...seen(await post("APPROVED")), purpose: "To coordinate" } }),
    approvePost: async () => ({ post: seen(await post("PROPOSED")) }),
    advertisePost: async () => ({ post: seen(await post("APPROVED")) }),
    fillPost: async () => ({ post: { ...seen(await post("APPROVED")), since: may } }),
    vacatePost: async () => { const id = await post("FILLED"); await delivery.postHolder({ ...here, postId: id, since: "May 2023" }); return { post: { ...seen(id), until: may } }; },
    endPost: async () => ({ post: { ...seen(await post("APPROVED")), end: may } }),
    reopenPost: async () => ({ post: seen(await delivery.post({ ...part, status: "ENDED", end: "May 2024" })) }),
    amendPostHolder: async () => { const id = await post("FILLED"); return { postHolder: { ...seen(await delivery.postHolder({ ...here, postId: id, since: "May 2023" })), until: may } }; },
    fundPost: async () => ({ postFunder: { post: await post("APPROVED"), role: "FUNDER", organisation, share: { text: "1/2" } } }),
    amendPostFunder: async () => ({ postFunder: { ...seen(await delivery.postFunder({ ...here, postId: await post("APPROVED"), organisationId: organisation })), share: { text: "1/2" } } }),
    recordMeasure: async () => ({ measure: { programme, title: "People trained", kind: "TRAINING_REACH", unit: "PEOPLE", target: { text: "100 people" } } }),
    amendMeasure: async () => ({ measure: { ...seen(await measure()), title: "Staff trained" } }),
    setMeasureTarget: async () => ({ measure: { ...seen(await measure()), target: { text: "100 people" } } }),
    reportMeasure: async () => ({ measureActual: { measure: await measure(), value: { text: "96 people" }, asAt: may } }),
    amendMeasureActual: async () => ({ measureActual: { ...seen(await delivery.measureActual({ ...here, measureId: await measure(), asAt: "May 2024" })), value: { text: "97 people" } } }),
    signPledge: async () => ({ pledgeSignature: { pledgeVersion: version, organisation: await given.organisation(), signed: may, authority: "LEADER", actions } }),
    amendPledgeSignature: async () => ({ pledgeSignature: { ...seen(await signature("5 July 2018")), signed: { text: "6 July 2018" } } }),
    amendPledgeAction: async () => ({ pledgeAction: { ...seen(await action()), statement: "Train all staff" } }),
    namePledgeAction: async () => ({ pledgeAction: { signature: await signature("5 July 2019", { missingActionsReason: "INCOMPLETE" }), expectedVersion: 1, statement: "Train staff", nature: "NEW" } }),
    reportPledgeAction: async () => ({ pledgeAction: { ...seen(await action()), progress: "IN_PROGRESS" } }),
    reviewPledgeAction: async () => ({ pledgeAction: { ...seen(await action()), outcome: "KEPT" } }),
    carryForwardPledgeAction: async () => ({ pledgeAction: { ...seen(await action()), signature: await signature("5 July 2023", { missingActionsReason: "INCOMPLETE" }) } }),
    createAccessKey: async () => ({ accessKey: { name: "Board pack", role: "READER", holdsFor: programme } }),
    revokeAccessKey: async () => ({ accessKey: seen(await key()) }),
    createCalendarAddress: async () => ({ calendarAddress: { about: programme } }),
    revokeCalendarAddress: async () => ({ calendarAddress: seen(await record(calendarAddressKind, { audience: "MEMBERS", holderId: account, aboutId: programme, prefix: "wmc_0000", fingerprint: crypto.randomUUID(), madeOn: readDay("2024-07-01") })) }),
    grantRole: async () => ({ role: { account, role: "LEAD", holdsFor: programme } }),
    endRole: async () => ({ role: seen(await record(roleGrantKind, { audience: "MEMBERS", accountId: account, role: "DEPUTY", holdsForId: programme, origin: "GIVEN", since: readDay("2024-01-01") })) }),
    createWebhook: async () => ({ webhook: { address: "https://example.nhs.uk/hook", types: ["milestone.changed"] } }),
    amendWebhook: async () => ({ webhook: { ...seen(await hook()), types: ["report.due"] } }),
    pauseWebhook: async () => ({ webhook: seen(await hook()) }),
    resumeWebhook: async () => ({ webhook: seen(await hook("PAUSED")) }),
    rotateWebhookSecret: async () => ({ webhook: { ...seen(await hook()), overlapHours: 1 } }),
    testWebhook: async () => ({ webhook: { id: await hook() } }),
    redeliverWebhook: async () => ({ webhook: { id: await hook(), fromEntry: 1 } }),
    endWebhook: async () => ({ webhook: seen(await hook()) }),
    erasePerson: async () => ({ id: await given.person({ name: "Dr Bea Sample" }) }),
    eraseAccount: async () => ({ id: await signedIn(world.ledger, { issuer: "https://login.example", subject: "sample-2", displayName: "Sal Sample", grants: null }) }),
  };
}
