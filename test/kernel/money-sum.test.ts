import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumMoney } from "../../src/kernel/money-sum.ts";
import { readMoney, type Money } from "../../src/kernel/money.ts";
import { absence } from "./arbitraries.ts";
import { refusedWith } from "./refused.ts";

const total = (...amounts: (string | Money)[]) => sumMoney(amounts.map((amount) => readMoney(amount)));
const euros = readMoney({ amount: "€5", currency: "EUR" });

describe("sumMoney", () => {
  it("adds what is known and counts what is not", () => {
    expect(total("£15,450", "not stated", "£0.50", "unknown")).toEqual({
      known: readMoney("£15,450.50"),
      knownCount: 2,
      unknownCount: 2,
    });
  });

  it("is nothing for no amounts", () => {
    expect(sumMoney([])).toEqual({ known: readMoney("£0"), knownCount: 0, unknownCount: 0 });
  });

  it("keeps a known zero", () => {
    expect(total("£0", "not stated")).toEqual({ known: readMoney("£0"), knownCount: 1, unknownCount: 1 });
  });

  it("is never £0 where no amount is known", () => {
    expect(total("not stated", "not stated")).toEqual({
      known: readMoney("not stated"),
      knownCount: 0,
      unknownCount: 2,
    });
    expect(total("not stated", "withheld").known).toEqual(readMoney("unknown"));
  });

  it("refuses to add different currencies", () => {
    expect(refusedWith(() => total("£5", euros))).toEqual([
      { code: "DIFFERENT_CURRENCIES", message: "Amounts in GBP and in EUR are not added. Ask for a sum of each." },
    ]);
  });

  it("takes the currency of what is known, whatever the currency of what is not", () => {
    expect(total("not stated", euros)).toEqual({ known: euros, knownCount: 1, unknownCount: 1 });
  });

  it("refuses a total that is too large to be exact", () => {
    const largest: Money = { pence: Number.MAX_SAFE_INTEGER, currency: "GBP", status: "KNOWN" };
    expect(total(largest, "£0").known).toEqual(largest);
    expect(refusedWith(() => total(largest, "£0.01"))).toMatchObject([{ code: "TOTAL_TOO_LARGE" }]);
  });

  it("never loses an unknown, and is the same in any order", () => {
    const amounts = fc.array(
      fc.oneof(
        fc.nat().map((pence): Money => ({ pence, currency: "GBP", status: "KNOWN" })),
        absence.map((status): Money => ({ pence: null, currency: "GBP", status })),
      ),
    );
    fc.assert(
      fc.property(amounts, (amounts) => {
        const sum = sumMoney(amounts);
        expect(sum.unknownCount).toBe(amounts.filter(({ pence }) => pence === null).length);
        expect(sum.knownCount + sum.unknownCount).toBe(amounts.length);
        expect(sum.known.pence ?? 0).toBe(amounts.reduce((pence, amount) => pence + (amount.pence ?? 0), 0));
        expect(sumMoney(amounts.toReversed())).toEqual(sum);
      }),
    );
  });
});
