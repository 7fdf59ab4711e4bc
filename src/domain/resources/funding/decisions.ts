import { wrongChoices } from "../../../api/act/choices.ts";
import { valuesOf } from "../../../api/act/columns.ts";
import { Problems, type Ruled } from "../../../api/act/ruled.ts";
import { dateSent, isToCome } from "../../../api/act/sent.ts";
import type { Day } from "../../../kernel/day.ts";
import { readFinancialYear } from "../../../kernel/financial-year.ts";
import { readMoney } from "../../../kernel/money.ts";
import type { PartialDate } from "../../../kernel/partial-date.ts";
import type { Problem } from "../../../kernel/problem.ts";
import type { programmes } from "../../delivery/programme/table.ts";
import type { workstreams } from "../../delivery/workstream/table.ts";
import { homeIn, type Home } from "../../foundation/place/rules.ts";
import type { places } from "../../foundation/place/table.ts";
import type { AwardFundingInput, AwardPartyInput, RecordAwardSpendInput, RecordFundingAwardInput, RecordFundingTotalInput } from "./act-inputs.ts";
import { awardPartyKind, fundingAwardKind, fundingTotalKind, type awardParties, type awardSpends, type fundingAwards } from "./table.ts";

type Award = typeof fundingAwards.$inferSelect;
type Party = typeof awardParties.$inferSelect;
type Spend = typeof awardSpends.$inferSelect;

/** What funding is for. */
export interface FundedFor {
  readonly programme: (Home & Pick<typeof programmes.$inferSelect, "id">) | null;
  readonly workstream: (Home & Pick<typeof workstreams.$inferSelect, "programmeId">) | null;
  readonly team: Home | null;
  readonly system: typeof places.$inferSelect | null;
}

/** An award says of whom it comes, each party once in each of its roles; what is only sought has no day on which it was given. */
export function recordFundingAward(sent: RecordFundingAwardInput, to: FundedFor, today: Day): Ruled {
  const wrong = new Problems();
  const { system: _, parties, ...said } = sent;
  const home = homeIn(wrong, [to.workstream, to.programme, to.team].filter((whole) => whole !== null), to.system);
  const amount = wrong.gather(() => readMoney(sent.amount), ["amount"]);
  const [awarded, period] = [dateSent(wrong, sent.awarded, ["awarded"]), dateSent(wrong, sent.period, ["period"])];
  wrong.add(awardProblems({ status: sent.status, awarded }, to, today));
  parties.forEach((party, place) => { wrong.add(wrongChoices(awardPartyKind, valuesOf(awardPartyKind, party)), ["parties", place]); });
  for (const place of repeated(parties)) wrong.when(true, "ALREADY_EXISTS", "This party is listed in this role already. Once is enough.", ["parties", place]);
  return { fields: { ...home, ...valuesOf(fundingAwardKind, said), amount, awarded, period }, problems: wrong.all() };
}

/** What is wrong with an award as it would stand. */
export function awardProblems({ status, awarded }: { readonly status: string; readonly awarded: PartialDate }, { programme, workstream }: Pick<FundedFor, "programme" | "workstream">, today: Day): readonly Problem[] {
  const wrong = new Problems();
  wrong.when(programme !== null && workstream !== null && workstream.programmeId !== programme.id, "RULE", "This workstream belongs to another programme. Choose one of this programme's, or none.", ["workstream"]);
  wrong.when(isSought(status) && awarded.status === "KNOWN", "RULE", `An award that is only ${status} was not given on a day yet. Leave the day out; awardFunding says when it is given.`, ["awarded"]);
  wrong.when(isToCome(awarded, today), "NOT_YET", "That day has not come yet. An award that is expected is PROPOSED or APPLIED, without a day.", ["awarded"]);
  return wrong.all();
}

/** Awards that are parts of one another would be counted twice, or never. */
export function withinItself(id: string, above: readonly Pick<Award, "id" | "title">[]): readonly Problem[] {
  const wrong = new Problems();
  wrong.when(above.some((larger) => larger.id === id), "CIRCLE", `This award would be a part of itself, by way of ${above.map(({ title }) => `“${title}”`).join(", ")}. Choose another larger award, or none.`, ["partOf"], above.map((larger) => larger.id));
  return wrong.all();
}

/** What was only suggested can be applied for. */
export function applyForFunding({ status }: Pick<Award, "status">): Ruled {
  const wrong = new Problems();
  wrong.when(status !== "PROPOSED" && status !== "NOT_REPORTED", "NOT_ALLOWED_NOW", `This award is ${status} already. Nothing was changed.`);
  return { fields: { status: "APPLIED" }, problems: wrong.all() };
}

/** What was sought is given on a day that has come. */
export function awardFunding({ status }: Pick<Award, "status">, sent: Pick<AwardFundingInput, "awarded" | "amount">, today: Day): Ruled {
  const wrong = new Problems();
  const awarded = wrong.gather(() => dateSent(wrong, sent.awarded, ["awarded"]));
  const amount = sent.amount === null || sent.amount === undefined ? undefined : wrong.gather(() => readMoney(sent.amount ?? {}), ["amount"]);
  wrong.when(status === "AWARDED" || status === "ENDED", "NOT_ALLOWED_NOW", `This award is ${status} already. To set its day or its amount right, amend it.`);
  wrong.when(awarded?.status !== "KNOWN", "MISSING_FIELD", "Say when it was given, as exactly as you know: a month or a financial year will do.", ["awarded"]);
  wrong.when(awarded !== null && isToCome(awarded, today), "NOT_YET", "That day has not come yet. Until then it is PROPOSED or APPLIED.", ["awarded"]);
  return { fields: { status: "AWARDED", awarded, ...(amount === undefined ? {} : { amount }) }, problems: wrong.all() };
}

/** What was given can be over; what was only sought cannot. */
export function endFundingAward({ status }: Pick<Award, "status">): Ruled {
  const wrong = new Problems();
  wrong.when(status === "ENDED", "NOT_ALLOWED_NOW", "This award is ENDED already. Nothing was changed.");
  wrong.when(isSought(status), "NOT_ALLOWED_NOW", `This award is only ${status}: it was never given, so its time cannot be over.`);
  return { fields: { status: "ENDED" }, problems: wrong.all() };
}

/** What was ended by mistake stands where it stood before; where it was recorded as ended, it was given. */
export function reopenFundingAward({ status }: Pick<Award, "status">, before: Partial<Pick<Award, "status">> | null): Ruled {
  const wrong = new Problems();
  wrong.when(status !== "ENDED", "NOT_ALLOWED_NOW", `This award is ${status}: it has not ended. There is nothing to take back.`);
  return { fields: { status: before?.status ?? "AWARDED" }, problems: wrong.all() };
}

/** One more party, once in each of its roles. */
export function addAwardParty({ id, audience, systemId }: Pick<Award, "id" | "audience" | "systemId">, sent: AwardPartyInput, parties: readonly Party[]): Ruled {
  const wrong = new Problems();
  const { role, organisation = null, healthIntegrationTeam = null, group = null, description = null } = sent;
  const party = { role, organisationId: organisation, healthIntegrationTeamId: healthIntegrationTeam, groupId: group, description };
  wrong.add(listedTwice(party, parties));
  return { fields: { audience, systemId, awardId: id, ...party }, problems: wrong.all() };
}

/** That a party stands with its award in its role already. */
export function listedTwice(party: Readonly<Record<(typeof partyColumns)[number], string | null>>, others: readonly Party[]): readonly Problem[] {
  const wrong = new Problems();
  const same = others.find((other) => partyColumns.every((column) => other[column] === party[column]));
  wrong.when(same !== undefined, "ALREADY_EXISTS", "This party stands with the award in this role already. Nothing was changed.", [], same === undefined ? [] : [same.id]);
  return wrong.all();
}

const partyColumns = ["role", "organisationId", "healthIntegrationTeamId", "groupId", "description"] as const;

/** A financial year of an award has one figure. It lies in the time that the money is for, has begun, and is in the award's currency. */
export function recordAwardSpend(award: Pick<Award, "id" | "audience" | "systemId" | "status" | "period" | "amount">, sent: Pick<RecordAwardSpendInput, "financialYear" | "amount"> & { readonly replaces: Spend | null }, spends: readonly Spend[], today: Day): Ruled {
  const wrong = new Problems();
  const year = wrong.gather(() => readFinancialYear(sent.financialYear), ["financialYear"]);
  const amount = wrong.gather(() => readMoney(sent.amount), ["amount"]);
  const { replaces } = sent;
  wrong.when(isSought(award.status), "NOT_ALLOWED_NOW", `This award is only ${award.status}: nothing of it can be spent yet. Say first that it was given, with awardFunding.`);
  if (year !== null) {
    const { label, firstDay, lastDay } = year;
    const { earliest, latest, text } = award.period;
    const isOutside = (earliest !== null && lastDay < earliest) || (latest !== null && firstDay > latest);
    wrong.when(isOutside, "RULE", `This award is for ${text}, and no day of ${label} lies in that. Choose another year, or amend the award's period first.`, ["financialYear"]);
    wrong.when(firstDay > today, "NOT_YET", `The financial year ${label} has not begun.`, ["financialYear"]);
    wrong.add(spentTwice(label, spends.filter((spend) => spend.id !== replaces?.id)), ["replaces"]);
    wrong.when(replaces !== null && (replaces.awardId !== award.id || replaces.financialYear !== label), "RULE", `What this replaces is not this award's figure for ${label}. Send that one, or none.`, ["replaces", "id"], replaces === null ? [] : [replaces.id]);
  }
  const isOtherCurrency = amount?.status === "KNOWN" && award.amount.status === "KNOWN" && amount.currency !== award.amount.currency;
  wrong.when(isOtherCurrency, "RULE", `The award is in ${award.amount.currency}, and nothing is converted here. Send what was spent of it in ${award.amount.currency}.`, ["amount", "currency"]);
  return { fields: { audience: award.audience, systemId: award.systemId, awardId: award.id, financialYear: year?.label ?? sent.financialYear, amount }, problems: wrong.all() };
}

/** That there is a figure for a year already. */
export function spentTwice(financialYear: string, others: readonly Pick<Spend, "id" | "financialYear">[]): readonly Problem[] {
  const wrong = new Problems();
  const standing = others.find((spend) => spend.financialYear === financialYear);
  wrong.when(standing !== undefined, "ALREADY_EXISTS", `There is a figure for ${financialYear} already, and a year has one. To put another in its place, send it as replaces.`, [], standing === undefined ? [] : [standing.id]);
  return wrong.all();
}

/** A total is what somebody stated for one financial year. */
export function recordFundingTotal(sent: RecordFundingTotalInput, to: Pick<FundedFor, "programme" | "team" | "system">): Ruled {
  const wrong = new Problems();
  const { system: _, ...said } = sent;
  const home = homeIn(wrong, [to.programme, to.team].filter((whole) => whole !== null), to.system);
  const year = wrong.gather(() => readFinancialYear(sent.financialYear), ["financialYear"]);
  const amount = wrong.gather(() => readMoney(sent.amount), ["amount"]);
  return { fields: { ...home, ...valuesOf(fundingTotalKind, said), amount, financialYear: year?.label ?? "0001-02" }, problems: wrong.all() };
}

function isSought(status: string): boolean {
  return status === "PROPOSED" || status === "APPLIED";
}

/** The places of parties that stand earlier in the list in the same role. */
function repeated(parties: readonly AwardPartyInput[]): number[] {
  const keys = parties.map(({ role, organisation, healthIntegrationTeam, group, description }) => JSON.stringify([role, organisation ?? null, healthIntegrationTeam ?? null, group ?? null, description ?? null]));
  return keys.flatMap((key, place) => (keys.indexOf(key) < place ? [place] : []));
}
