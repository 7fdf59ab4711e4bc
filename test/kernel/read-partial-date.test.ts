import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datePrecisions, type DatePrecision } from "../../src/kernel/date-precision.ts";
import type { DayInterval } from "../../src/kernel/day-interval.ts";
import { lastDayOfMonth, readDay } from "../../src/kernel/day.ts";
import { findEdtf } from "../../src/kernel/edtf.ts";
import { monthNames } from "../../src/kernel/month.ts";
import { checkPartialDate } from "../../src/kernel/partial-date.ts";
import { Refusal } from "../../src/kernel/problem.ts";
import { readPartialDate, type PartialDateInput } from "../../src/kernel/read-partial-date.ts";
import { anyDay, anyPartialDate, writtenDate } from "./arbitraries.ts";
import { refusalCodes, refusedWith } from "./refused.ts";

describe("readPartialDate", () => {
  it("keeps the words and says all of what they mean", () => {
    expect(readPartialDate("April / May 2023 (estimated)")).toEqual({
      text: "April / May 2023 (estimated)",
      earliest: "2023-04-01",
      latest: "2023-05-31",
      precision: "RANGE",
      qualifier: "ESTIMATED",
      edtf: "2023-04/2023-05",
      status: "KNOWN",
    });
  });

  it.each([
    // a day
    ["5 July 2024", "2024-07-05", "2024-07-05", "DAY", "2024-07-05"],
    ["5th July 2024", "2024-07-05", "2024-07-05", "DAY", "2024-07-05"],
    ["22nd of Sept 2024", "2024-09-22", "2024-09-22", "DAY", "2024-09-22"],
    ["29 february 2024", "2024-02-29", "2024-02-29", "DAY", "2024-02-29"],
    ["  5  July   2024 ", "2024-07-05", "2024-07-05", "DAY", "2024-07-05"],
    ["2024-07-05", "2024-07-05", "2024-07-05", "DAY", "2024-07-05"],
    // a month
    ["January 2023", "2023-01-01", "2023-01-31", "MONTH", "2023-01"],
    ["Jan 2023", "2023-01-01", "2023-01-31", "MONTH", "2023-01"],
    ["Feb. 2024", "2024-02-01", "2024-02-29", "MONTH", "2024-02"],
    ["May 2023", "2023-05-01", "2023-05-31", "MONTH", "2023-05"],
    ["2023-01", "2023-01-01", "2023-01-31", "MONTH", "2023-01"],
    ["2022-12", "2022-12-01", "2022-12-31", "MONTH", "2022-12"],
    // a quarter: of a calendar year, or of a financial year where one follows
    ["Q1 2023", "2023-01-01", "2023-03-31", "QUARTER", "2023-01/2023-03"],
    ["Q4 2023", "2023-10-01", "2023-12-31", "QUARTER", "2023-10/2023-12"],
    ["Q1 2022-23", "2022-04-01", "2022-06-30", "QUARTER", "2022-04/2022-06"],
    ["Q3 2022-23", "2022-10-01", "2022-12-31", "QUARTER", "2022-10/2022-12"],
    ["Q4 FY23", "2023-01-01", "2023-03-31", "QUARTER", "2023-01/2023-03"],
    ["Q1 2001-02", "2001-04-01", "2001-06-30", "QUARTER", "2001-04/2001-06"],
    // a year
    ["2021", "2021-01-01", "2021-12-31", "YEAR", "2021"],
    ["2022-23", "2022-04-01", "2023-03-31", "FINANCIAL_YEAR", "2022-04/2023-03"],
    ["2022/23", "2022-04-01", "2023-03-31", "FINANCIAL_YEAR", "2022-04/2023-03"],
    ["2022–2023", "2022-04-01", "2023-03-31", "FINANCIAL_YEAR", "2022-04/2023-03"],
    ["2022/2023", "2022-04-01", "2023-03-31", "FINANCIAL_YEAR", "2022-04/2023-03"],
    ["FY23", "2022-04-01", "2023-03-31", "FINANCIAL_YEAR", "2022-04/2023-03"],
    ["FY 2001-02", "2001-04-01", "2002-03-31", "FINANCIAL_YEAR", "2001-04/2002-03"],
    // a range
    ["April / May 2023", "2023-04-01", "2023-05-31", "RANGE", "2023-04/2023-05"],
    ["April/May 2023", "2023-04-01", "2023-05-31", "RANGE", "2023-04/2023-05"],
    ["April to May 2023", "2023-04-01", "2023-05-31", "RANGE", "2023-04/2023-05"],
    ["from April to May 2023", "2023-04-01", "2023-05-31", "RANGE", "2023-04/2023-05"],
    ["between April and May 2023", "2023-04-01", "2023-05-31", "RANGE", "2023-04/2023-05"],
    ["April–May 2023", "2023-04-01", "2023-05-31", "RANGE", "2023-04/2023-05"],
    ["April - May 2023", "2023-04-01", "2023-05-31", "RANGE", "2023-04/2023-05"],
    ["November 2023 to January 2024", "2023-11-01", "2024-01-31", "RANGE", "2023-11/2024-01"],
    ["5 to 7 June 2023", "2023-06-05", "2023-06-07", "RANGE", "2023-06-05/2023-06-07"],
    ["5–7 June 2023", "2023-06-05", "2023-06-07", "RANGE", "2023-06-05/2023-06-07"],
    ["5 June to 7 July 2023", "2023-06-05", "2023-07-07", "RANGE", "2023-06-05/2023-07-07"],
    ["2021 to 2023", "2021-01-01", "2023-12-31", "RANGE", "2021/2023"],
    ["2022 to 2023", "2022-01-01", "2023-12-31", "RANGE", "2022-01/2023-12"],
    ["Q1 to Q2 2023-24", "2023-04-01", "2023-09-30", "RANGE", "2023-04/2023-09"],
    ["2022-23 to 2023-24", "2022-04-01", "2024-03-31", "RANGE", "2022-04/2024-03"],
    ["2021 to May 2023", "2021-01-01", "2023-05-31", "RANGE", "2021/2023-05"],
    // a range with an open end
    ["from April 2023", "2023-04-01", null, "RANGE", "2023-04/.."],
    ["until March 2024", null, "2024-03-31", "RANGE", "../2024-03"],
    ["until 2022-23", null, "2023-03-31", "RANGE", "../2023-03"],
    // EDTF
    ["2023-04/2023-05", "2023-04-01", "2023-05-31", "RANGE", "2023-04/2023-05"],
    ["2023-04-01/2024-03-31", "2023-04-01", "2024-03-31", "RANGE", "2023-04-01/2024-03-31"],
    ["2021/2023", "2021-01-01", "2023-12-31", "RANGE", "2021/2023"],
    ["2023-04/..", "2023-04-01", null, "RANGE", "2023-04/.."],
    ["../2024-03", null, "2024-03-31", "RANGE", "../2024-03"],
  ])("reads %j as %s to %s, %s", (text, earliest, latest, precision, edtf) => {
    expect(readPartialDate(text)).toEqual({
      text,
      earliest,
      latest,
      precision,
      qualifier: "STATED",
      edtf,
      status: "KNOWN",
    });
  });

  it.each([
    ["January 2023 (estimated)", "ESTIMATED"],
    ["January 2023 (Inferred)", "INFERRED"],
    ["about January 2023", "ESTIMATED"],
    ["c. January 2023", "ESTIMATED"],
    ["c.2023", "ESTIMATED"],
    ["Estimated January 2023", "ESTIMATED"],
    ["about January 2023 (inferred)", "INFERRED"],
    ["2023~", "ESTIMATED"],
    ["2023-04~/2023-05~", "ESTIMATED"],
    ["January 2023", "STATED"],
  ])("reads %j as %s", (text, qualifier) => {
    expect(readPartialDate(text)).toMatchObject({ text, qualifier, status: "KNOWN" });
  });

  it.each([
    ["not stated", "NOT_STATED"],
    ["Unknown", "UNKNOWN"],
    ["withheld", "WITHHELD"],
  ])("reads %j as a date without days", (text, status) => {
    expect(readPartialDate(text)).toEqual({
      text,
      earliest: null,
      latest: null,
      precision: "UNKNOWN",
      qualifier: "STATED",
      edtf: null,
      status,
    });
  });

  it.each([
    "",
    "   ",
    "soon",
    "last year",
    "29 February 2023",
    "31 June 2023",
    "2023-02-29",
    "0 May 2023",
    "2022-13",
    "2022-24",
    "2021-2023",
    "0000",
    "05/07/2024",
    "5/7/24",
    "July 24",
    "5 July",
    "May to April 2023",
    "January 2024 to November 2023",
    "5 to May 2023",
    "April to 2024",
    "April/May/June 2023",
    "Q5 2023",
    "FQ1 2023",
    "not about 2023",
    "January 2023 (estimated) or so",
    "Q1",
    "2023-04/",
    "../..",
    "..",
    "~",
    "2023-04/2023-03",
    "from April 2023 to",
    "April 2023 (probably)",
    "2023 ".repeat(100),
  ])("refuses %j", (text) => {
    expect(refusalCodes(() => readPartialDate(text))).toEqual(["INVALID_DATE"]);
  });

  it("says how dates can be written when it refuses one", () => {
    const [problem] = refusedWith(() => readPartialDate("31 June 2023"));
    expect(problem?.message).toMatch(
      /^“31 June 2023” cannot be read as a date in the calendar\. Write it as 5 July 2024, /,
    );
    expect(problem?.path).toEqual(["text"]);
  });

  describe("given words with two meanings", () => {
    it.each(["2000-01", "2001-02", "2011-12", "2010-11 to 2011-12", "until 2001-02"])(
      "refuses %s and says how to write each",
      (text) => {
        const [problem] = refusedWith(() => readPartialDate(text));
        expect(problem?.message).toBe(
          `“${text}” can mean more than one date. Write the month as February 2001 and the financial year as FY 2001-02.`,
        );
      },
    );

    it.each(["1999-00", "2012-13"])("reads %s, which is no month", (text) => {
      expect(readPartialDate(text).precision).toBe("FINANCIAL_YEAR");
    });

    it.each([
      ["MONTH", "2001-02-01", "2001-02-28", "2001-02"],
      ["FINANCIAL_YEAR", "2001-04-01", "2002-03-31", "2001-04/2002-03"],
    ] as const)("lets the precision %s decide", (precision, earliest, latest, edtf) => {
      expect(readPartialDate({ text: "2001-02", precision })).toMatchObject({ earliest, latest, precision, edtf });
    });

    it("lets the days decide", () => {
      const date = readPartialDate({ text: "2001-02", earliest: "2001-04-01", latest: "2002-03-31" });
      expect(date).toMatchObject({ precision: "FINANCIAL_YEAR", edtf: "2001-04/2002-03" });
    });
  });

  describe("given days", () => {
    it("takes them, and from the words how exactly they are known", () => {
      const date = readPartialDate({ text: "5th July 2024", earliest: "2024-07-05", latest: "2024-07-05" });
      expect(date).toMatchObject({ precision: "DAY", edtf: "2024-07-05", status: "KNOWN" });
    });

    it.each([
      ["2023-03-01", "2023-05-31", "2023-03/2023-05"],
      ["2023-03-01", "2023-03-31", "2023-03-01/2023-03-31"],
      ["2023-03-02", "2023-03-02", "2023-03-02/2023-03-02"],
      ["2021-01-01", "2021-12-31", "2021-01/2021-12"],
      ["2023-03-02", null, "2023-03-02/.."],
      [null, "2023-03-31", "../2023-03-31"],
    ])("claims no more than a range for words that do not say them: %s to %s", (earliest, latest, edtf) => {
      expect(readPartialDate({ text: "in the spring", earliest, latest })).toMatchObject({
        precision: "RANGE",
        earliest,
        latest,
        edtf,
      });
    });

    it.each([
      ["2023-04-01", "2023-04-30", "MONTH", "2023-04"],
      ["2023-04-01", "2023-06-30", "QUARTER", "2023-04/2023-06"],
      ["2023-01-01", "2023-12-31", "YEAR", "2023"],
      ["2023-04-01", "2024-03-31", "FINANCIAL_YEAR", "2023-04/2024-03"],
      ["2023-04-05", "2023-04-05", "DAY", "2023-04-05"],
    ] as const)("from %s to %s takes the precision %s that is given", (earliest, latest, precision, edtf) => {
      expect(readPartialDate({ text: "as agreed", earliest, latest, precision })).toMatchObject({ precision, edtf });
    });

    it("lets them overrule the words, which it keeps", () => {
      const date = readPartialDate({
        text: "Q1 2023",
        earliest: "2023-04-01",
        latest: "2023-06-30",
        precision: "QUARTER",
      });
      expect(date).toMatchObject({ text: "Q1 2023", earliest: "2023-04-01", edtf: "2023-04/2023-06" });
    });

    it.each([
      [{ text: "x", earliest: "2023-02-29", latest: "2023-03-01" }, "earliest"],
      [{ text: "x", earliest: "2023-02-01", latest: "soon" }, "latest"],
      [{ text: "x", earliest: "2023-03-02", latest: "2023-03-01" }, "latest"],
      [{ text: "x", earliest: "2023-03-01", latest: "2023-03-02", precision: "DAY" }, "precision"],
      [{ text: "x", earliest: "2023-03-01", latest: null, precision: "MONTH" }, "precision"],
      [{ text: "x", earliest: "2023-03-01", latest: "2023-03-31", precision: "UNKNOWN" }, "precision"],
      [{ text: "x", earliest: "2023-03-01", latest: "2023-03-31", edtf: "2023-04" }, "edtf"],
      [{ text: "x", earliest: "2023-03-01", latest: "2023-03-31", status: "WITHHELD" }, "status"],
      [{ text: "", earliest: "2023-03-01", latest: "2023-03-31" }, "text"],
    ] as const)("refuses %j and points at %s", (input, field) => {
      expect(refusedWith(() => readPartialDate(input))).toMatchObject([{ code: "INVALID_DATE", path: [field] }]);
    });
  });

  describe("given no days", () => {
    it("keeps words that are RELATIVE and says that the days are not stated", () => {
      expect(readPartialDate({ text: "last year", precision: "RELATIVE" })).toEqual({
        text: "last year",
        earliest: null,
        latest: null,
        precision: "RELATIVE",
        qualifier: "STATED",
        edtf: null,
        status: "NOT_STATED",
      });
    });

    it("takes days for RELATIVE words, as somebody's conclusion", () => {
      const date = readPartialDate({
        text: "last year",
        precision: "RELATIVE",
        earliest: "2021-04-01",
        latest: "2022-03-31",
        qualifier: "INFERRED",
      });
      expect(date).toMatchObject({
        text: "last year",
        precision: "RELATIVE",
        edtf: "2021-04/2022-03",
        status: "KNOWN",
      });
    });

    it("takes a status that says why there are none, and keeps the words", () => {
      const date = readPartialDate({ text: "April 2023, or June in the annex", status: "CONFLICTING" });
      expect(date).toMatchObject({
        text: "April 2023, or June in the annex",
        earliest: null,
        precision: "UNKNOWN",
        status: "CONFLICTING",
      });
    });

    it("does not take KNOWN for words that name no day", () => {
      expect(
        refusalCodes(() => readPartialDate({ text: "last year", precision: "RELATIVE", status: "KNOWN" })),
      ).toEqual(["INVALID_DATE"]);
    });

    it("does not let an estimate be called stated", () => {
      expect(refusedWith(() => readPartialDate({ text: "about May 2023", qualifier: "STATED" }))).toMatchObject([
        { path: ["qualifier"] },
      ]);
    });
  });

  it("keeps the text to the letter", () => {
    fc.assert(
      fc.property(writtenDate, fc.constantFrom("", " ", "\t"), (words, space) => {
        const text = space + words;
        expect(readPartialDate(text).text).toBe(text);
      }),
    );
  });

  it("reads what it has read as itself", () => {
    fc.assert(
      fc.property(anyPartialDate, (date) => {
        expect(readPartialDate(date)).toEqual(date);
        expect(checkPartialDate(date)).toEqual(date);
        expect(readPartialDate(structuredClone(date))).toEqual(date);
      }),
    );
  });

  it("writes EDTF that says the same days, no more exactly, wherever it is read", () => {
    fc.assert(
      fc.property(anyPartialDate, (date) => {
        fc.pre(date.edtf !== null);
        const { earliest, latest } = date;
        expect(findEdtf(date.edtf)).toEqual({ earliest, latest });
        const again = readPartialDate(date.edtf);
        expect(again).toMatchObject({ earliest, latest });
        expect(vagueness(again.precision)).toBeGreaterThanOrEqual(vagueness(date.precision));
      }),
    );
  });

  it("reads its own EDTF as the same days or refuses it as ambiguous, in every year", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2020 }), fc.integer({ min: 1, max: 36 }), (year, length) => {
        const earliest = readDay(`${year}-01-01`);
        const latest = lastDayOfMonth(year + Math.floor((length - 1) / 12), ((length - 1) % 12) + 1);
        const { edtf } = readPartialDate({ text: "as agreed", earliest, latest });
        expect([[{ earliest, latest }], []]).toContainEqual(daysRead(edtf ?? ""));
      }),
    );
  });

  it("finds the same days under every precision that it takes for the words, and takes RANGE for all", () => {
    fc.assert(
      fc.property(writtenDate, fc.constantFrom(...datePrecisions), (text, precision) => {
        fc.pre(precision !== "RELATIVE");
        const { earliest, latest } = readPartialDate(text);
        expect([[{ earliest, latest }], []]).toContainEqual(daysRead({ text, precision }));
        expect(daysRead({ text, precision: "RANGE" })).toEqual([{ earliest, latest }]);
      }),
    );
  });

  it("reads every day of the calendar in figures and in words", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year, month, number] = day.split("-");
        const name = monthNames[Number(month) - 1] ?? "";
        const inWords = [`${Number(number)} ${name} ${year}`, `${Number(number)}th ${name.slice(0, 3)} ${year}`, day];
        expect(inWords.flatMap(daysRead)).toEqual(inWords.map(() => ({ earliest: day, latest: day })));
      }),
    );
  });
});

/** The days that are read: none where it is refused. */
function daysRead(input: string | PartialDateInput): DayInterval[] {
  try {
    const { earliest, latest } = readPartialDate(input);
    return [{ earliest, latest }];
  } catch (thrown) {
    if (thrown instanceof Refusal) return [];
    throw thrown;
  }
}

/** More is vaguer. */
function vagueness(precision: DatePrecision): number {
  return [["DAY"], ["MONTH"], ["QUARTER"], ["YEAR", "FINANCIAL_YEAR"], ["RANGE", "RELATIVE", "UNKNOWN"]].findIndex(
    (level) => level.includes(precision),
  );
}
