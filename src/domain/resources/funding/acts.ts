import type { Act } from "../../../api/access/act.ts";
import type { ActDraft, Path } from "../../../api/act/act-draft.ts";
import type { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { valuesOf } from "../../../api/act/columns.ts";
import { Problems, type Ruled } from "../../../api/act/ruled.ts";
import { stoodBefore } from "../../../api/act/stood-before.ts";
import type { RecordTable } from "../../../api/loaders.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import { programmeKind } from "../../delivery/programme/table.ts";
import { workstreamKind } from "../../delivery/workstream/table.ts";
import { HOMELESS } from "../../foundation/place/rules.ts";
import { placeKind } from "../../foundation/place/table.ts";
import { healthIntegrationTeamKind } from "../../partners/health-integration-team/table.ts";
import type {
  AddAwardPartyInput, AmendFundingAwardInput, AwardFundingInput, RecordAwardSpendInput, RecordFundingAwardInput, RecordFundingTotalInput,
  } from "./act-inputs.ts";
import {
  addAwardParty, applyForFunding, awardFunding, awardProblems, endFundingAward, recordAwardSpend, recordFundingAward, recordFundingTotal, reopenFundingAward, withinItself, type FundedFor,
} from "./decisions.ts";
import { partiesTo, spendsOf } from "./store.ts";
import { awardPartyKind, awardSpendKind, fundingAwardKind, fundingTotalKind, type fundingAwards } from "./table.ts";

type Award = typeof fundingAwards.$inferSelect;

/** What people do with funding. Money is put where the viewer may do so: each of its programme or workstream and its HIT is asked. */
export const fundingActs = {
  record(draft: ActDraft, sent: RecordFundingAwardInput, path: Path): string {
    const to = fundedFor(draft, sent, "funding-award:record", path);
    const award = recordFundingAward(sent, to, draft.today);
    atHome(draft, to, award, path);
    draft.demand(fundingAwardKind, award.fields, "funding-award:record");
    const id = draft.create(fundingAwardKind, award, path);
    const made = draft.find(fundingAwardKind, id);
    draft.each(sent.parties, [...path, "parties"], (party, at) => draft.create(awardPartyKind, addAwardParty(made, party, partiesTo(draft.graph, id)), at));
    return id;
  },

  amend(draft: ActDraft, { id, expectedVersion, ...sent }: AmendFundingAwardInput, path: Path): string {
    const award = draft.findFor("funding-award:amend", fundingAwardKind, id, [...path, "id"]);
    fundedFor(draft, elsewhere(award, sent), "funding-award:amend", path);
    const wrong = new Problems();
    wrong.gather(() => { draft.change(fundingAwardKind, id, { fields: draft.merge(fundingAwardKind, id, expectedVersion, valuesOf(fundingAwardKind, sent), path), problems: [] }, path); });
    const amended = draft.read(fundingAwardKind, id) ?? award;
    wrong.when(amended.programmeId === null && amended.workstreamId === null && amended.healthIntegrationTeamId === null && amended.systemId === null, HOMELESS.code, HOMELESS.message, [...path, "programme"]);
    const [programme, workstream] = [readAny(draft, programmeKind, amended.programmeId), readAny(draft, workstreamKind, amended.workstreamId)];
    wrong.add(awardProblems(amended, { programme, workstream }, draft.today), path);
    wrong.add(withinItself(id, largerThan(draft, amended)), path);
    wrong.refuse();
    return id;
  },

  apply(draft: ActDraft, { id, expectedVersion }: RecordAsReadInput, path: Path): string {
    const award = draft.findFor("funding-award:apply", fundingAwardKind, id, [...path, "id"]);
    draft.unchanged(fundingAwardKind, id, expectedVersion, ["status"], path);
    draft.change(fundingAwardKind, id, applyForFunding(award), path);
    return id;
  },

  award(draft: ActDraft, { id, expectedVersion, ...sent }: AwardFundingInput, path: Path): string {
    const award = draft.findFor("funding-award:award", fundingAwardKind, id, [...path, "id"]);
    draft.unchanged(fundingAwardKind, id, expectedVersion, ["status", "awarded", "amount"], path);
    draft.change(fundingAwardKind, id, awardFunding(award, sent, draft.today), path);
    return id;
  },

  end(draft: ActDraft, { id, expectedVersion }: RecordAsReadInput, path: Path): string {
    const award = draft.findFor("funding-award:end", fundingAwardKind, id, [...path, "id"]);
    draft.unchanged(fundingAwardKind, id, expectedVersion, ["status"], path);
    draft.change(fundingAwardKind, id, endFundingAward(award), path);
    return id;
  },

  reopen(draft: ActDraft, { id, expectedVersion }: RecordAsReadInput, path: Path): string {
    draft.because("it has not ended after all");
    const award = draft.findFor("funding-award:reopen", fundingAwardKind, id, [...path, "id"]);
    draft.unchanged(fundingAwardKind, id, expectedVersion, ["status"], path);
    draft.change(fundingAwardKind, id, reopenFundingAward(award, stoodBefore(draft, fundingAwardKind, award)), path);
    return id;
  },

  addParty(draft: ActDraft, { award: id, ...sent }: AddAwardPartyInput, path: Path): string {
    const award = draft.findFor("award-party:add", fundingAwardKind, id, [...path, "award"]);
    return draft.create(awardPartyKind, addAwardParty(award, sent, partiesTo(draft.graph, id)), path);
  },

  removeParty(draft: ActDraft, { id, expectedVersion }: RecordAsReadInput, path: Path): string {
    const party = draft.findFor("award-party:remove", awardPartyKind, id, [...path, "id"]);
    draft.unchanged(awardPartyKind, id, expectedVersion, Object.keys(party), path);
    draft.remove(awardPartyKind, id);
    return id;
  },

  spend(draft: ActDraft, { award: id, replaces, ...sent }: RecordAwardSpendInput, path: Path): string {
    const award = draft.findFor("award-spend:record", fundingAwardKind, id, [...path, "award"]);
    const replaced = draft.findAny(awardSpendKind, replaces?.id, [...path, "replaces", "id"]);
    const spend = recordAwardSpend(award, { ...sent, replaces: replaced }, spendsOf(draft.graph, id), draft.today);
    if (replaces === null || replaces === undefined) return draft.create(awardSpendKind, spend, path);
    draft.unchanged(awardSpendKind, replaces.id, replaces.expectedVersion, ["amount", "financialYear"], [...path, "replaces"]);
    draft.findFor("award-spend:record", awardSpendKind, replaces.id);
    draft.change(awardSpendKind, replaces.id, { fields: { amount: spend.fields["amount"] }, problems: spend.problems }, path);
    return replaces.id;
  },

  recordTotal(draft: ActDraft, sent: RecordFundingTotalInput, path: Path): string {
    const to = fundedFor(draft, sent, "funding-total:record", path);
    const total = recordFundingTotal(sent, to);
    atHome(draft, to, total, path);
    draft.demand(fundingTotalKind, total.fields, "funding-total:record");
    return draft.create(fundingTotalKind, total, path);
  },
};

interface For {
  readonly programme?: string | null | undefined;
  readonly workstream?: string | null | undefined;
  readonly healthIntegrationTeam?: string | null | undefined;
  readonly system?: string | null | undefined;
}

/** Refuses new money that is for nothing, with all else that is wrong with it: of what is at home nowhere, nobody can be asked. */
function atHome(draft: ActDraft, { programme, workstream, team, system }: FundedFor, { problems }: Ruled, path: Path): void {
  if (programme === null && workstream === null && team === null && system === null) draft.refuse([HOMELESS, ...problems], path);
}

/** What money is said to be for, each of it asked; a workstream speaks for its programme. */
function fundedFor(draft: ActDraft, sent: For, act: Act, path: Path): FundedFor {
  const programme = draft.findAny(programmeKind, sent.programme, [...path, "programme"]);
  const workstream = draft.findAny(workstreamKind, sent.workstream, [...path, "workstream"]);
  const team = draft.findAny(healthIntegrationTeamKind, sent.healthIntegrationTeam, [...path, "healthIntegrationTeam"]);
  const system = draft.findAny(placeKind, sent.system, [...path, "system"]);
  if (workstream !== null) draft.demand(workstreamKind, workstream, act);
  if (programme !== null && workstream?.programmeId !== programme.id) draft.demand(programmeKind, programme, act);
  if (team !== null) draft.demand(healthIntegrationTeamKind, team, act);
  return { programme, workstream, team, system };
}

/** Of what is sent, that which the award is not for already. */
function elsewhere(award: Award, { programme, workstream, healthIntegrationTeam }: For): For {
  return {
    programme: programme === award.programmeId ? null : programme,
    workstream: workstream === award.workstreamId ? null : workstream,
    healthIntegrationTeam: healthIntegrationTeam === award.healthIntegrationTeamId ? null : healthIntegrationTeam,
  };
}

/** The larger awards that one is a part of, the nearest first; it stands among them itself where they go round in a circle. */
function largerThan(draft: ActDraft, award: Award): Award[] {
  const larger: Award[] = [];
  for (let next = readAny(draft, fundingAwardKind, award.partOfId); next !== null && !larger.includes(next); next = readAny(draft, fundingAwardKind, next.partOfId)) {
    larger.push(next);
    if (next.id === award.id) break;
  }
  return larger;
}

function readAny<Table extends RecordTable>(draft: ActDraft, kind: RecordKind<Table>, id: string | null): Table["$inferSelect"] | null {
  return id === null ? null : draft.read(kind, id);
}
