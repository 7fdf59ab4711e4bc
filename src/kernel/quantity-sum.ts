import type { PartialSum } from "./partial-sum.ts";
import { refusal } from "./problem.ts";
import { checkQuantity, type Quantity } from "./quantity.ts";
import type { QuantityUnit } from "./quantity-kind.ts";
import { sayNumbers } from "./say-quantity.ts";
import { sayAbsence, sharedAbsence } from "./value-status.ts";
import type { WrittenQuantity } from "./written-quantity.ts";
import { boundsOf, type Bounds } from "./quantity-bounds.ts";

/**
 * Adds the quantities that can be added and counts the others. Exact numbers and bounds make an exact total or one with
 * bounds. "About" has no bounds: estimates join exact numbers in a total that is ABOUT, and are counted as not known
 * beside bounds. Parts of a whole and "several" are never in a total. Different units are refused, and so are two of
 * OTHER things, which need not be the same. A total of which nothing is known is not zero.
 */
export function addQuantities(quantities: readonly Quantity[]): PartialSum<Quantity> {
  const unit = unitOf(quantities);
  const bounds = quantities.map(boundsOf).filter((found) => found !== null);
  const estimates = bounds.every(isExact) ? quantities.filter(isEstimate) : [];
  const knownCount = bounds.length + estimates.length;
  return {
    known: knownCount === 0 && quantities.length > 0 ? noTotal(quantities, unit) : totalOf(bounds, estimates, unit),
    knownCount,
    unknownCount: quantities.length - knownCount,
  };
}

function isExact({ least, most }: Bounds): boolean {
  return least === most;
}

function isEstimate({ operator, value }: Quantity): boolean {
  return operator === "ABOUT" && value !== null;
}

/** The unit of what is known: what is not known may be of any. */
function unitOf(quantities: readonly Quantity[]): QuantityUnit {
  const known = quantities.filter(({ status }) => status === "KNOWN");
  const [unit = quantities[0]?.unit ?? "OTHER", another] = new Set(known.map((quantity) => quantity.unit));
  if (another !== undefined) throw differentUnits(`${unit} and ${another} are not added. Ask for a sum of each.`);
  if (unit === "OTHER" && known.length > 1) {
    throw differentUnits("Quantities of OTHER things are not added: they need not be of the same thing.");
  }
  return unit;
}

function differentUnits(message: string) {
  return refusal("DIFFERENT_UNITS", message);
}

function totalOf(bounds: readonly Bounds[], estimates: readonly Quantity[], unit: QuantityUnit): Quantity {
  const least = sum([...bounds.map((each) => each.least), ...estimates.map(({ value }) => value ?? 0)]);
  const most = bounds.some((each) => each.most === null) ? null : sum(bounds.map((each) => each.most ?? 0));
  const blank = { value: least, upper: null, fraction: null, unit };
  if (estimates.length > 0) return known({ ...blank, operator: "ABOUT" });
  if (most === null) return known({ ...blank, operator: "AT_LEAST" });
  return known(least === most ? { ...blank, operator: "EXACT" } : { ...blank, operator: "BETWEEN", upper: most });
}

function known(said: WrittenQuantity): Quantity {
  return checkQuantity({ text: sayNumbers(said), ...said, status: "KNOWN" });
}

function noTotal(quantities: readonly Quantity[], unit: QuantityUnit): Quantity {
  const status = sharedAbsence(quantities.map((quantity) => quantity.status));
  return checkQuantity({
    text: sayAbsence(status),
    operator: "UNKNOWN",
    value: null,
    upper: null,
    fraction: null,
    unit,
    status,
  });
}

function sum(counts: readonly number[]): number {
  const total = counts.reduce((total, count) => total + count, 0);
  if (Number.isSafeInteger(total)) return total;
  throw refusal(
    "TOTAL_TOO_LARGE",
    "The total is larger than can be counted exactly. Ask for sums over fewer quantities.",
  );
}
