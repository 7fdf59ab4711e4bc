import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkMoney, readMoney, sayMoney, type Money } from "../../src/kernel/money.ts";
import { refusalCodes, refusedWith } from "./refused.ts";

const pounds = (pence: number): Money => ({ pence, currency: "GBP", status: "KNOWN" });

describe("readMoney", () => {
  it.each([
    ["£15,450", 1_545_000],
    ["£15,450.50", 1_545_050],
    ["15450.5", 1_545_050],
    ["15450", 1_545_000],
    ["£ 15,450", 1_545_000],
    ["GBP 15,450", 1_545_000],
    ["£0", 0],
    ["£0.01", 1],
    ["£0.29", 29],
    ["£1.1", 110],
    ["£4.35", 435],
    ["£15k", 1_500_000],
    ["£15 thousand", 1_500_000],
    ["£1.2m", 120_000_000],
    ["£1.2M", 120_000_000],
    ["1.15 million", 115_000_000],
    ["£1.2345678m", 123_456_780],
    ["£2.07bn", 207_000_000_000],
    ["£90,071,992,547,409.91", Number.MAX_SAFE_INTEGER],
  ])("reads %s as %i pence", (text, pence) => {
    expect(readMoney(text)).toEqual(pounds(pence));
  });

  it.each([
    ["not stated", "NOT_STATED"],
    ["Unknown", "UNKNOWN"],
  ])("reads %j as no amount", (text, status) => {
    expect(readMoney(text)).toEqual({ pence: null, currency: "GBP", status });
  });

  it.each([
    "-£5",
    "£-5",
    "−£5",
    "(£5)",
    "£1.234",
    "£1.2345678901m",
    "£15,45",
    "£1,5450",
    "£,500",
    "£15.",
    "£.5",
    "£15k to £20k",
    "about £15k",
    "$5",
    "€5",
    "EUR 5",
    "£5 each",
    "1e5",
    "£",
    "",
    "£90,071,992,547,409.92",
    `£${"9".repeat(400)}`,
  ])("refuses %j", (text) => {
    expect(refusalCodes(() => readMoney(text))).toEqual(["INVALID_MONEY"]);
  });

  it("says how an amount can be written", () => {
    expect(refusedWith(() => readMoney("-£5"))).toEqual([
      {
        code: "INVALID_MONEY",
        message:
          "“-£5” cannot be read as an amount in “GBP”. Write it as 15450, 15,450.50, 15k or 1.2m, with or without the currency's own " +
          "sign: not below zero and to the penny at most; or write “not stated” or “unknown”.",
        path: ["amount"],
      },
    ]);
  });

  it.each([
    ["€15.50", "EUR", 1550],
    ["EUR 15.50", "EUR", 1550],
    ["$15", "USD", 1500],
    ["US$15", "USD", 1500],
  ])("reads %s when the currency is %s", (amount, currency, pence) => {
    expect(readMoney({ amount, currency })).toEqual({ pence, currency, status: "KNOWN" });
  });

  it.each([
    [{ amount: "£15", currency: "EUR" }],
    [{ amount: "15", currency: "XYZ" }],
    [{ amount: "£15", currency: "no money" }],
    [{ amount: "15", pence: 1500 }],
    [{ amount: "£15", status: "WITHHELD" }],
    [{ amount: "not stated", status: "KNOWN" }],
    [{ pence: 1500, status: "WITHHELD" }],
    [{ pence: -1 }],
    [{ pence: 0.5 }],
    [{ pence: 1500, currency: "JPY" }],
    [{ pence: 1500, currency: "gbp" }],
    [{ status: "KNOWN" }],
    [{}],
  ] as const)("refuses %j", (input) => {
    expect(refusalCodes(() => readMoney(input))).toEqual(["INVALID_MONEY"]);
  });

  it("takes pence, or a status alone", () => {
    expect(readMoney({ pence: 1_545_000 })).toEqual(pounds(1_545_000));
    expect(readMoney({ status: "WITHHELD" })).toEqual({ pence: null, currency: "GBP", status: "WITHHELD" });
  });

  it("reads what it has read as itself", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (pence) => {
        expect(readMoney(pounds(pence))).toEqual(pounds(pence));
      }),
    );
  });
});

describe("checkMoney", () => {
  it("answers with the fields in one order", () => {
    expect(JSON.stringify(checkMoney({ status: "KNOWN", currency: "GBP", pence: 5 }))).toBe(
      '{"pence":5,"currency":"GBP","status":"KNOWN"}',
    );
  });

  it.each([
    ["pence", { pence: 1.5 }],
    ["pence", { pence: -1 }],
    ["pence", { pence: "5" }],
    ["pence", { pence: undefined }],
    ["pence", { pence: Number.MAX_SAFE_INTEGER + 1 }],
    ["pence", { pence: Number.NaN }],
    ["currency", { currency: "POUND" }],
    ["currency", { currency: null }],
    ["status", { status: "SURE" }],
    ["status", { status: "NOT_STATED" }],
    ["status", { pence: null }],
  ])("refuses and points at %s: %j", (field, change) => {
    expect(refusedWith(() => checkMoney({ ...pounds(5), ...change }))).toMatchObject([
      { code: "INVALID_MONEY", path: [field] },
    ]);
  });

  it.each([null, 5, "£5", [], {}, { ...pounds(5), vat: 1 }])("refuses %j, which is not an amount", (value) => {
    expect(refusalCodes(() => checkMoney(value))).toEqual(["INVALID_MONEY"]);
  });
});

describe("sayMoney", () => {
  it.each([
    [1_545_000, "£15,450"],
    [1_545_050, "£15,450.50"],
    [1_545_005, "£15,450.05"],
    [0, "£0"],
    [1, "£0.01"],
    [Number.MAX_SAFE_INTEGER, "£90,071,992,547,409.91"],
  ])("says %i pence as %s", (pence, expected) => {
    expect(sayMoney(pounds(pence))).toBe(expected);
  });

  it("says why there is no amount", () => {
    expect(sayMoney({ pence: null, currency: "GBP", status: "NOT_STATED" })).toBe("not stated");
  });

  it.each(["GBP", "EUR", "USD", "CHF", "AUD"])(
    "says in %s what is read as the same amount, to the penny",
    (currency) => {
      fc.assert(
        fc.property(fc.maxSafeNat(), (pence) => {
          const money: Money = { pence, currency, status: "KNOWN" };
          expect(readMoney({ amount: sayMoney(money), currency })).toEqual(money);
        }),
      );
    },
  );
});
