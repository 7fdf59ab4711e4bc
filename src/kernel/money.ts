import { currencyFormat, isCurrency } from "./currency.ts";
import { fieldsOf } from "./fields.ts";
import { isOneOf } from "./one-of.ts";
import { refusal, type Refusal } from "./problem.ts";
import { quoted } from "./quoted.ts";
import { readAbsence, sayAbsence, valueStatuses, type ValueStatus } from "./value-status.ts";
import { findPence } from "./written-money.ts";
import { isWrittenText } from "./written-text.ts";

/** An amount to the penny, or the reason why there is none. Never below zero, never a fraction of a penny. */
export interface Money {
  /** Whole pence (hundredths, in another currency). Null exactly when the status is not KNOWN. */
  readonly pence: number | null;
  /** ISO 4217. */
  readonly currency: string;
  readonly status: ValueStatus;
}

/** An amount as somebody gives it: in words, in pence, or as a status. `Money` is one too, and is read as itself. */
export interface MoneyInput {
  readonly amount?: string | null | undefined;
  readonly pence?: number | null | undefined;
  /** GBP unless given. */
  readonly currency?: string | null | undefined;
  readonly status?: ValueStatus | null | undefined;
}

const names = ["pence", "currency", "status"] as const satisfies (keyof Money)[];

/** Reads `£15,450`, `15450.50`, `£15k`, `£1.2m`, `not stated` and `unknown`, without rounding anything. */
export function readMoney(input: string | MoneyInput): Money {
  const given: MoneyInput = typeof input === "string" ? { amount: input } : input;
  const currency = given.currency ?? "GBP";
  const amount = given.amount ?? null;
  if (amount === null) return checkMoney({ pence: given.pence ?? null, currency, status: given.status ?? "KNOWN" });
  if ((given.pence ?? null) !== null) throw invalidMoney("Give the amount in words or in pence, not both.", ["pence"]);
  const absence = readAbsence(amount);
  const pence = absence === null ? readPence(amount, currency) : null;
  return checkMoney({ pence, currency, status: given.status ?? absence ?? "KNOWN" });
}

/**
 * The last guard before an amount is stored: it is whole and contradicts itself nowhere, and its fields stand in one
 * order.
 */
export function checkMoney(value: unknown): Money {
  const field = fieldsOf(value, names);
  if (field === null) throw invalidMoney(`An amount has these fields and no others: ${names.join(", ")}.`);
  const [pence, currency, status] = [field("pence"), field("currency"), field("status")];
  if (!isCurrency(currency)) {
    throw invalidMoney("The currency is the three-letter code of one that is counted in hundredths, such as GBP.", [
      "currency",
    ]);
  }
  if (!isOneOf(valueStatuses, status))
    throw invalidMoney(`The status is one of ${valueStatuses.join(", ")}.`, ["status"]);
  if (!isPence(pence)) throw invalidMoney("The amount is a whole number of pence, not below zero, or null.", ["pence"]);
  if ((pence !== null) !== (status === "KNOWN")) {
    throw invalidMoney("Give an amount, or the status that says why there is none: one of the two.", ["status"]);
  }
  return { pence, currency, status };
}

/** `£15,450`, `£15,450.50`, or why there is no amount. */
export function sayMoney({ pence, currency, status }: Money): string {
  if (status !== "KNOWN") return sayAbsence(status);
  const known = pence ?? 0;
  const hundredths = known % 100;
  const whole = currencyFormat(currency).format((known - hundredths) / 100);
  return hundredths === 0 ? whole : `${whole}.${String(hundredths).padStart(2, "0")}`;
}

function readPence(amount: string, currency: string): number {
  const pence = isWrittenText(amount) && isCurrency(currency) ? findPence(amount, currency) : null;
  if (pence !== null) return pence;
  throw invalidMoney(
    `${quoted(amount)} cannot be read as an amount in ${quoted(currency)}. Write it as 15450, 15,450.50, 15k or 1.2m, with or without ` +
      "the currency's own sign: not below zero and to the penny at most; or write “not stated” or “unknown”.",
    ["amount"],
  );
}

function isPence(value: unknown): value is number | null {
  return value === null || (Number.isSafeInteger(value) && Number(value) >= 0);
}

function invalidMoney(message: string, path?: readonly string[]): Refusal {
  return refusal("INVALID_MONEY", message, path);
}
