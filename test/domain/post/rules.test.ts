import { describe, expect, it } from "vitest";
import { firstOverpaidDay, postFundingOn, type FunderFacts } from "../../../src/domain/resources/post/rules.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { notKnown } from "../../../src/kernel/partial-date.ts";
import { readPartialDate } from "../../../src/kernel/read-partial-date.ts";
import { readQuantity } from "../../../src/kernel/read-quantity.ts";

const part = (fraction: string, operator: "EXACT" | "AT_LEAST" | "MORE_THAN" | "ABOUT" = "EXACT") => readQuantity({ text: "a part", operator, fraction });
const paying = (share: FunderFacts["share"], period?: string): FunderFacts => ({ share, period: period === undefined ? notKnown("NOT_STATED") : readPartialDate(period) });
const silent = readQuantity("not stated");

describe("postFundingOn", () => {
  it.each([
    ["nobody", [], "NOT_RECORDED", null, 0, 0],
    ["one who pays for all of it", [part("1/1")], "COMPLETE", "1/1", 1, 0],
    ["two halves", [part("1/2"), part("1/2")], "COMPLETE", "1/1", 2, 0],
    ["three thirds, to the last part", [part("1/3"), part("1/3"), part("1/3")], "COMPLETE", "1/1", 3, 0],
    ["ten tenths, which no binary number is", Array.from({ length: 10 }, () => part("1/10")), "COMPLETE", "1/1", 10, 0],
    ["less than the whole", [part("1/2"), part("1/3")], "PARTIAL", "5/6", 2, 0],
    ["nothing at all, known", [part("0/1")], "PARTIAL", "0/1", 1, 0],
    ["one whose share is not stated", [silent], "NOT_KNOWN", null, 0, 1],
    ["a whole and a share that is not stated", [part("1/1"), silent], "NOT_KNOWN", "1/1", 1, 1],
    ["a share that is about so large", [part("1/2"), part("1/2", "ABOUT")], "NOT_KNOWN", "1/2", 1, 1],
    ["a share that is at least so large", [part("1/2"), part("1/2", "AT_LEAST")], "NOT_KNOWN", "1/2", 1, 1],
    ["more than the whole", [part("2/3"), part("1/2")], "CONFLICTING", null, 2, 0],
    ["more than the whole, at the least", [part("2/3"), part("1/2", "AT_LEAST")], "CONFLICTING", null, 1, 1],
    ["a half and more than a half", [part("1/2"), part("1/2", "MORE_THAN")], "CONFLICTING", null, 1, 1],
    ["a half and less than a half known", [part("1/3"), part("1/2", "MORE_THAN")], "NOT_KNOWN", "1/3", 1, 1],
    ["denominators that no number holds together", [part("1/9007199254740991"), part("1/9007199254740989")], "PARTIAL", null, 2, 0],
  ] as const)("of %s is %s", (_, shares, status, knownShare, knownCount, unknownCount) => {
    expect(postFundingOn(shares.map((share) => paying(share)), readDay("2024-07-05"))).toEqual({ status, knownShare, knownCount, unknownCount });
  });

  it("adds up those who pay on the day", () => {
    const inTurn = [paying(part("1/1"), "2022-23"), paying(part("1/1"), "2023-24")];
    expect(["2022-03-31", "2023-03-31", "2023-04-01", "2024-04-01"].map((day) => postFundingOn(inTurn, readDay(day)).status)).toEqual(["NOT_RECORDED", "COMPLETE", "COMPLETE", "NOT_RECORDED"]);
    expect(postFundingOn([...inTurn, paying(part("1/2"))], readDay("2023-03-31")).status).toBe("CONFLICTING");
  });
});

describe("firstOverpaidDay", () => {
  it.each([
    ["nobody", [], null],
    ["two halves", [paying(part("1/2")), paying(part("1/2"))], null],
    ["three thirds", Array.from({ length: 3 }, () => paying(part("1/3"))), null],
    ["three thirds and the least more", [...Array.from({ length: 3 }, () => paying(part("1/3"))), paying(part("1/9007199254740991"))], "0001-01-01"],
    ["ten tenths and one", Array.from({ length: 11 }, () => paying(part("1/10"))), "0001-01-01"],
    ["a whole in one year and a whole in the next", [paying(part("1/1"), "2022-23"), paying(part("1/1"), "2023-24")], null],
    ["two wholes that share a day", [paying(part("1/1"), "2022-23"), paying(part("1/1"), "31 March 2023")], "2023-03-31"],
    ["a half throughout, and more than a half from a day", [paying(part("1/2")), paying(part("2/3"), "from April 2023")], "2023-04-01"],
    ["a whole until a day, and a half from the next", [paying(part("1/1"), "until March 2023"), paying(part("1/2"), "from April 2023")], null],
    ["a whole and a share that is not stated", [paying(part("1/1")), paying(silent)], null],
    ["a whole and at least a tenth", [paying(part("1/1")), paying(part("1/10", "AT_LEAST"), "2023")], "2023-01-01"],
    ["a whole and about a tenth", [paying(part("1/1")), paying(part("1/10", "ABOUT"))], null],
  ] as const)("of %s is %s", (_, funders, day) => {
    expect(firstOverpaidDay(funders)).toBe(day);
  });
});
