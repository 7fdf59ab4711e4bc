import { atFirstUse } from "./at-first-use.ts";

const supported = atFirstUse(() => new Set(Intl.supportedValuesOf("currency")));
const formats = new Map<string, Intl.NumberFormat>();

/**
 * Whether it is the ISO 4217 code of a currency that is counted in hundredths: an amount in any other cannot be kept in
 * pence.
 */
export function isCurrency(code: unknown): code is string {
  return (
    typeof code === "string" &&
    supported().has(code) &&
    currencyFormat(code).resolvedOptions().maximumFractionDigits === 2
  );
}

/** Writes amounts as on a screen; made once for each currency, since making one is slow. */
export function currencyFormat(currency: string): Intl.NumberFormat {
  const format =
    formats.get(currency) ??
    new Intl.NumberFormat("en-GB", { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" });
  formats.set(currency, format);
  return format;
}

/** Whether a mark before an amount ("£", "GBP") stands for that currency. */
export function marksCurrency(mark: string, currency: string): boolean {
  if (mark === currency || mark === signIn(currencyFormat(currency))) return true;
  return (
    mark === signIn(new Intl.NumberFormat("en-GB", { style: "currency", currency, currencyDisplay: "narrowSymbol" }))
  );
}

function signIn(format: Intl.NumberFormat): string | undefined {
  return format.formatToParts(0).find((part) => part.type === "currency")?.value;
}
