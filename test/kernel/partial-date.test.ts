import { describe, expect, it } from "vitest";
import { checkPartialDate, notKnown } from "../../src/kernel/partial-date.ts";
import { refusedWith } from "./refused.ts";

const sound = {
  text: "April / May 2023",
  earliest: "2023-04-01",
  latest: "2023-05-31",
  precision: "RANGE",
  qualifier: "ESTIMATED",
  edtf: "2023-04/2023-05",
  status: "KNOWN",
};

const withoutDays = { earliest: null, latest: null, edtf: null };

describe("checkPartialDate", () => {
  it("answers with the fields in one order", () => {
    const shuffled = Object.fromEntries(Object.entries(sound).toReversed());
    expect(JSON.stringify(checkPartialDate(shuffled))).toBe(JSON.stringify(sound));
  });

  it.each([
    ["a single day", { earliest: "2023-04-01", latest: "2023-04-01", precision: "DAY", edtf: "2023-04-01" }],
    ["the longest text", { text: "a".repeat(300) }],
    ["an open end", { latest: null, edtf: "2023-04/.." }],
    ["words only", { ...withoutDays, precision: "RELATIVE", status: "NOT_STATED" }],
    ["nothing known", { ...withoutDays, precision: "UNKNOWN", status: "UNKNOWN" }],
  ])("takes %s", (_, change) => {
    expect(checkPartialDate({ ...sound, ...change })).toEqual({ ...sound, ...change });
  });

  it.each([
    ["text", { text: "" }],
    ["text", { text: " " }],
    ["text", { text: 2023 }],
    ["text", { text: "a".repeat(301) }],
    ["earliest", { earliest: "2023-04-31" }],
    ["earliest", { earliest: undefined }],
    ["latest", { latest: 20230531 }],
    ["latest", { earliest: "2023-06-01" }],
    ["precision", { precision: "MONTHS" }],
    ["precision", { precision: "DAY" }],
    ["precision", { precision: "MONTH" }],
    ["precision", { precision: "QUARTER" }],
    ["precision", { precision: "YEAR" }],
    ["precision", { precision: "FINANCIAL_YEAR" }],
    ["precision", { precision: "UNKNOWN" }],
    ["precision", { ...withoutDays, status: "UNKNOWN", precision: "RANGE" }],
    ["precision", { precision: "QUARTER", earliest: "2023-05-01", latest: "2023-07-31", edtf: "2023-05/2023-07" }],
    ["precision", { precision: "YEAR", earliest: "2023-02-01", latest: "2024-01-31", edtf: "2023-02/2024-01" }],
    [
      "precision",
      { precision: "FINANCIAL_YEAR", earliest: "2023-04-02", latest: "2024-03-31", edtf: "2023-04-02/2024-03-31" },
    ],
    ["precision", { precision: "DAY", latest: null, edtf: "2023-04/.." }],
    ["qualifier", { qualifier: "GUESSED" }],
    ["qualifier", { qualifier: null }],
    ["edtf", { edtf: null }],
    ["edtf", { edtf: 2023 }],
    ["edtf", { edtf: "2023-04/2023-06" }],
    ["edtf", { edtf: "2023-04~/2023-05" }],
    ["edtf", { edtf: "2023-04/2023-05/2023-06" }],
    ["edtf", { ...withoutDays, edtf: "2023", precision: "UNKNOWN", status: "UNKNOWN" }],
    ["status", { status: "SURE" }],
    ["status", { status: "NOT_STATED" }],
    ["status", { ...withoutDays, precision: "RELATIVE" }],
  ])("refuses and points at %s: %j", (field, change) => {
    expect(refusedWith(() => checkPartialDate({ ...sound, ...change }))).toMatchObject([
      { code: "INVALID_DATE", path: [field] },
    ]);
  });

  it.each([null, undefined, "2023", 2023, [], [sound], {}, { ...sound, colour: "red" }, { text: "2023" }])(
    "refuses %j, which is not a date",
    (value) => {
      expect(refusedWith(() => checkPartialDate(value))).toEqual([
        {
          code: "INVALID_DATE",
          message: "A date has these fields and no others: text, earliest, latest, precision, qualifier, edtf, status.",
        },
      ]);
    },
  );
});

describe("notKnown", () => {
  it.each(["NOT_STATED", "UNKNOWN", "NOT_APPLICABLE", "WITHHELD", "CONFLICTING"] as const)(
    "is a sound date without days: %s",
    (status) => {
      const date = notKnown(status);
      expect(checkPartialDate(date)).toEqual(date);
      expect(date).toMatchObject({ earliest: null, latest: null, status });
    },
  );
});
