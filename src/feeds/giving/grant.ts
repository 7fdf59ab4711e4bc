import type { Context } from "../../api/context.ts";
import { programmeById } from "../../domain/delivery/programme/loaders.ts";
import { identifiersOfOrganisation, organisationById } from "../../domain/partners/organisation/loaders.ts";
import { orgIdAmong } from "../../domain/partners/organisation/rules.ts";
import { fundingAwardById, partiesOfAward } from "../../domain/resources/funding/loaders.ts";
import type { fundingAwards, partyRoles } from "../../domain/resources/funding/table.ts";
import type { PartialDate } from "../../kernel/partial-date.ts";
import { sayPartialDate } from "../../kernel/say-partial-date.ts";
import { sayAbsence } from "../../kernel/value-status.ts";

/** An award as a grant of the 360Giving Data Standard. */
export interface Grant {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly currency: string;
  readonly amountAwarded: number;
  readonly awardDate: string;
  readonly recipientOrganization: readonly GrantOrganisation[];
  readonly fundingOrganization: readonly GrantOrganisation[];
  readonly plannedDates?: readonly { readonly startDate: string; readonly endDate: string }[];
  readonly grantProgramme?: readonly { readonly title: string }[];
}

export interface GrantOrganisation {
  readonly id: string;
  readonly name: string;
}

/** An award that is no grant to be published, and every reason why not. */
export interface Withheld {
  readonly id: string;
  readonly title: string;
  readonly reasons: readonly string[];
}

export type Judged = { readonly grant: Grant } | { readonly withheld: Withheld };

type Award = typeof fundingAwards.$inferSelect;
type Role = (typeof partyRoles)[number];

const FUNDERS: readonly Role[] = ["FUNDER", "PART_FUNDER"];

/**
 * Whether an award can be published as a grant. Nothing is made up for the standard's sake: what it requires and the tracker does not know
 * is a reason to withhold. What is not for everybody is never published, whoever asks. Where a whole award is published, its parts are not: the same money would be counted twice.
 */
export async function judged(context: Context, award: Award, prefix: string | null): Promise<Judged> {
  const [recipients, funders, whole] = await Promise.all([organisationsWith(context, award, ["RECIPIENT"], prefix), organisationsWith(context, award, FUNDERS, prefix), fundingAwardById(context, award.partOfId)]);
  const wholeJudged = whole === null ? null : await judged(context, whole, prefix);
  const { amount, awarded, purposes } = award;
  const day = awarded.earliest !== null && awarded.earliest === awarded.latest ? awarded.earliest : null;
  const reasons = [
    ...(award.isExample === true ? ["It is an example: nobody gave this money."] : []),
    ...(award.audience === "PUBLIC" ? [] : ["It is not for everybody."]),
    ...(wholeJudged !== null && "grant" in wholeJudged ? [`It is a part of ${wholeJudged.grant.id}, which is published whole.`] : []),
    ...statusReasons(award),
    ...(amount.status === "KNOWN" ? [] : [`amountAwarded: the amount is ${sayAbsence(amount.status)}.`]),
    ...(day === null ? [`awardDate: the day is not known. What is known is: ${sayPartialDate(awarded)}.`] : []),
    ...(purposes.length === 0 ? ["description: no purpose is known."] : []),
    ...recipients.reasons.map((reason) => `recipientOrganization: ${reason}`),
    ...funders.reasons.map((reason) => `fundingOrganization: ${reason}`),
  ];
  if (reasons.length > 0 || amount.pence === null || day === null) return { withheld: { id: award.id, title: award.title, reasons } };
  const programme = await programmeById(context, award.programmeId);
  const planned = plannedDates(award.period);
  return {
    grant: {
      id: prefixed(award.id, prefix),
      title: award.title,
      description: `${award.title}: ${purposes.join("; ")}`,
      currency: amount.currency,
      amountAwarded: amount.pence / 100,
      awardDate: day,
      recipientOrganization: recipients.organisations,
      fundingOrganization: funders.organisations,
      ...(planned === null ? {} : { plannedDates: [planned] }),
      ...(programme === null || programme.audience !== "PUBLIC" ? {} : { grantProgramme: [{ title: programme.name }] }),
    },
  };
}

function statusReasons({ status }: Award): string[] {
  if (status === "AWARDED" || status === "ENDED") return [];
  return [status === "NOT_REPORTED" ? "No source says that it was awarded." : `It is only ${status === "APPLIED" ? "applied for" : "proposed"}.`];
}

/** All that have one of these roles; why they cannot be named, where one of them cannot. */
async function organisationsWith(context: Context, award: Award, roles: readonly Role[], prefix: string | null): Promise<{ readonly organisations: readonly GrantOrganisation[]; readonly reasons: readonly string[] }> {
  const parties = (await partiesOfAward(context, award.id)).filter(({ role }) => roles.includes(role));
  if (parties.length === 0) return { organisations: [], reasons: ["none is recorded."] };
  const found = await Promise.all(parties.map(async ({ audience, organisationId }) => {
    const organisation = audience === "PUBLIC" ? await organisationById(context, organisationId) : null;
    if (organisation === null || organisation.audience !== "PUBLIC") return null;
    const orgId = orgIdAmong((await identifiersOfOrganisation(context, organisation.id)).filter((identifier) => identifier.audience === "PUBLIC"));
    return { id: orgId ?? prefixed(organisation.id, prefix), name: organisation.name };
  }));
  const organisations = found.filter((one) => one !== null).filter((one, place, all) => all.findIndex(({ id }) => id === one.id) === place);
  return { organisations, reasons: found.includes(null) ? ["one of them is no organisation that everybody may see."] : [] };
}

function plannedDates({ earliest, latest }: PartialDate): { readonly startDate: string; readonly endDate: string } | null {
  return earliest === null || latest === null ? null : { startDate: earliest, endDate: latest };
}

/** An id of this tracker, which others keep apart from their own by the publisher's prefix. */
function prefixed(id: string, prefix: string | null): string {
  return prefix === null ? id : `${prefix}-${id}`;
}
