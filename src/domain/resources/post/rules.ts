import { readDay, type Day } from "../../../kernel/day.ts";
import type { DayInterval } from "../../../kernel/day-interval.ts";
import { writeFraction } from "../../../kernel/fraction.ts";
import type { Quantity } from "../../../kernel/quantity.ts";

/** How complete the funding of a post is: COMPLETE takes every share to be known, and all of them to add up to the whole. */
export const postFundings = ["COMPLETE", "PARTIAL", "NOT_KNOWN", "NOT_RECORDED", "CONFLICTING"] as const;

/** What has to be known of somebody who pays for a post. */
export interface FunderFacts {
  readonly share: Quantity;
  readonly period: DayInterval;
}

export interface PostFunding {
  readonly status: (typeof postFundings)[number];
  /** The shares that are known, added up, as a part of the whole; null where none is, or they add up to more. */
  readonly knownShare: string | null;
  readonly knownCount: number;
  readonly unknownCount: number;
}

/** The funding of a post on a day, by those who pay for it then. One whose period no source states pays throughout. */
export function postFundingOn(funders: readonly FunderFacts[], on: Day): PostFunding {
  const paying = funders.filter(({ period }) => !isOutside(period, on));
  const exact = paying.flatMap(({ share }) => (share.operator === "EXACT" ? partsOf(share) : []));
  const atLeast = paying.flatMap(({ share }) => (share.operator === "AT_LEAST" || share.operator === "MORE_THAN" ? partsOf(share) : []));
  const counts = { knownCount: exact.length, unknownCount: paying.length - exact.length };
  const known = added(exact);
  const least = added([...exact, ...atLeast]);
  // More than a half and a half are more than the whole, however little more.
  const isMore = paying.some(({ share }) => share.operator === "MORE_THAN" && share.fraction !== null);
  const isOver = least.part > least.whole || (isMore && least.part === least.whole);
  const knownShare = isOver || exact.length === 0 ? null : writeFraction(Number(known.part), Number(known.whole));
  const status = paying.length === 0 ? "NOT_RECORDED" : isOver ? "CONFLICTING" : counts.unknownCount > 0 ? "NOT_KNOWN" : known.part === known.whole ? "COMPLETE" : "PARTIAL";
  return { status, knownShare, ...counts };
}

/**
 * The first day on which the shares of a post add up to more than the whole; null where there is none. Only where somebody
 * begins to pay can it be the first: those who pay without a known beginning do so from the first day there is.
 */
export function firstOverpaidDay(funders: readonly FunderFacts[]): Day | null {
  const begins = funders.map(({ period }) => period.earliest ?? FIRST_DAY).toSorted();
  return begins.find((day) => postFundingOn(funders, day).status === "CONFLICTING") ?? null;
}

const FIRST_DAY = readDay("0001-01-01");

/** A part of a whole, exact whatever its denominator. */
interface Share {
  readonly part: bigint;
  readonly whole: bigint;
}

function partsOf({ fraction }: Quantity): Share[] {
  const [, part, whole] = /^(\d+)\/(\d+)$/.exec(fraction ?? "") ?? [];
  return part === undefined || whole === undefined ? [] : [{ part: BigInt(part), whole: BigInt(whole) }];
}

function added(shares: readonly Share[]): Share {
  return shares.reduce((sum, share) => reduced({ part: sum.part * share.whole + share.part * sum.whole, whole: sum.whole * share.whole }), { part: 0n, whole: 1n });
}

function reduced({ part, whole }: Share): Share {
  let [a, b] = [part, whole];
  while (b > 0n) [a, b] = [b, a % b];
  return { part: part / a, whole: whole / a };
}

function isOutside({ earliest, latest }: DayInterval, on: Day): boolean {
  return (earliest !== null && on < earliest) || (latest !== null && on > latest);
}
