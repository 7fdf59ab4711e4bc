import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { notKnown } from "../../src/kernel/partial-date.ts";
import { readPartialDate } from "../../src/kernel/read-partial-date.ts";
import { sayPartialDate } from "../../src/kernel/say-partial-date.ts";
import { anyPartialDate } from "./arbitraries.ts";

describe("sayPartialDate", () => {
  it.each([
    ["2024-07-05", "5 July 2024"],
    ["2023-01", "January 2023"],
    ["Q1 2023", "January to March 2023"],
    ["2021", "2021"],
    ["FY23", "2022-23"],
    ["April / May 2023 (estimated)", "April to May 2023 (estimated)"],
    ["2023-06-05/2023-06-07", "5 to 7 June 2023"],
    ["2023-06-05/2023-07-05", "5 June to 5 July 2023"],
    ["2023-06-05/2024-06-05", "5 June 2023 to 5 June 2024"],
    ["2023-11/2024-01", "November 2023 to January 2024"],
    ["April 2023 to April 2024", "April 2023 to April 2024"],
    ["2021 to 2023", "2021 to 2023"],
    ["2022 to 2023", "2022 to 2023"],
    ["January to December 2021", "January to December 2021"],
    ["2021 to May 2023", "2021 to May 2023"],
    ["2023-04/..", "from April 2023"],
    ["../2024-03-31", "until 31 March 2024"],
    ["about 2023 (inferred)", "2023 (inferred)"],
    ["Not stated", "not stated"],
  ])("says %s as %j", (text, expected) => {
    expect(sayPartialDate(readPartialDate(text))).toBe(expected);
  });

  it("says days that were given as they were given", () => {
    const spring = readPartialDate({
      text: "in the spring",
      earliest: "2023-03-01",
      latest: "2023-05-31",
      qualifier: "INFERRED",
    });
    expect(sayPartialDate(spring)).toBe("March to May 2023 (inferred)");
  });

  it("leaves words that are relative as they are", () => {
    expect(sayPartialDate(readPartialDate({ text: "last year", precision: "RELATIVE" }))).toBe("last year");
  });

  it("says why there is no date", () => {
    expect(sayPartialDate(notKnown("WITHHELD"))).toBe("withheld");
  });

  it("says what is read as the same days and the same qualifier", () => {
    fc.assert(
      fc.property(anyPartialDate, (date) => {
        fc.pre(date.precision !== "RELATIVE");
        const { earliest, latest, qualifier, status } = date;
        expect(readPartialDate(sayPartialDate(date))).toMatchObject({ earliest, latest, qualifier, status });
      }),
    );
  });
});
