import type { Money } from "./money.ts";
import type { PartialSum } from "./partial-sum.ts";
import { refusal } from "./problem.ts";
import { sharedAbsence } from "./value-status.ts";

/**
 * Adds the amounts that are known and counts the others. Where there are amounts and none is known, neither is the
 * total: silence is never £0. Known amounts in different currencies are refused, and so is a total too large to be
 * exact.
 */
export function sumMoney(amounts: readonly Money[]): PartialSum<Money> {
  const known = amounts.filter(({ status }) => status === "KNOWN");
  return { known: totalOf(amounts, known), knownCount: known.length, unknownCount: amounts.length - known.length };
}

function totalOf(amounts: readonly Money[], known: readonly Money[]): Money {
  const currency = known[0]?.currency ?? amounts[0]?.currency ?? "GBP";
  if (known.length === 0 && amounts.length > 0) {
    return { pence: null, currency, status: sharedAbsence(amounts.map(({ status }) => status)) };
  }
  const other = known.find((amount) => amount.currency !== currency);
  if (other !== undefined) {
    throw refusal(
      "DIFFERENT_CURRENCIES",
      `Amounts in ${currency} and in ${other.currency} are not added. Ask for a sum of each.`,
    );
  }
  const pence = known.reduce((sum, amount) => sum + (amount.pence ?? 0), 0);
  // From the first sum that is not exact on, none is: as amounts are none below nothing, it only grows.
  if (!Number.isSafeInteger(pence)) {
    throw refusal(
      "TOTAL_TOO_LARGE",
      "The total is larger than can be kept to the penny. Ask for sums over fewer amounts.",
    );
  }
  return { pence, currency, status: "KNOWN" };
}
