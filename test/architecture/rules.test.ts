import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { problemCodes } from "../../src/api/act/problem-codes.ts";

const CHECKOUT = join(import.meta.dirname, "..", "..");

/** A rule that the programme can rely on: what decides it, and what shows that it does. */
interface Rule {
  readonly number: number;
  readonly name: string;
  /** The functions that decide, by the file under src that exports them. */
  readonly decides: Readonly<Record<string, readonly string[]>>;
  /** The tables of cases at these functions, under test. */
  readonly cases: readonly string[];
  /** The tests that ask it through the schema as somebody named, under test. */
  readonly asked: readonly string[];
  /** The codes with which it refuses; none where it withholds, computes or shows and refuses nothing. */
  readonly refuses: readonly string[];
}

const rules: readonly Rule[] = [
  {
    number: 1, name: "Readiness",
    decides: { "domain/delivery/dependency/rules.ts": ["blockers"], "domain/delivery/dependency/not-ready.ts": ["notReady", "notShown"], "domain/delivery/dependency/decisions.ts": ["waiveDependency", "endWaiver"] },
    cases: ["domain/dependency/rules.test.ts", "domain/dependency/not-ready.test.ts", "domain/dependency/decisions.test.ts"],
    asked: ["domain/dependency/somerset.test.ts", "domain/dependency/readiness.test.ts", "domain/dependency/acts.test.ts", "domain/dependency/dependency.test.ts"],
    refuses: ["NOT_READY", "CIRCLE", "MISSING_REASON"],
  },
  {
    number: 2, name: "Three dates",
    decides: {
      "domain/delivery/milestone/decisions.ts": ["planMilestone", "reforecastMilestone", "rebaselineMilestone", "correctFirstBaseline"],
      "domain/delivery/milestone/outcome-decisions.ts": ["meetMilestone", "partlyMeetMilestone", "reopenMilestone"],
      "domain/delivery/milestone/rules.ts": ["slipFrom", "outcomeProblems"],
    },
    cases: ["domain/milestone/decisions.test.ts", "domain/milestone/outcome-decisions.test.ts", "domain/milestone/rules.test.ts"],
    asked: ["domain/milestone/acts.test.ts", "domain/milestone/reporting.test.ts", "domain/milestone/correcting.test.ts"],
    refuses: ["MISSING_FIELD", "MISSING_REASON", "NOT_YET", "NOT_ALLOWED_NOW"],
  },
  {
    number: 3, name: "Timing is computed, confidence is judged",
    decides: { "domain/delivery/milestone/rules.ts": ["due", "timing"], "domain/delivery/status-report/rules.ts": ["judgementOn"], "domain/delivery/status-report/judgement-decisions.ts": ["judge"] },
    cases: ["domain/milestone/rules.test.ts", "domain/status-report/rules.test.ts", "domain/status-report/decisions.test.ts"],
    asked: ["domain/milestone/milestone.test.ts", "domain/milestone/reporting.test.ts", "domain/status-report/status-report.test.ts", "domain/status-report/acts.test.ts"],
    refuses: ["NOT_YET", "MISSING_FIELD"],
  },
  {
    number: 4, name: "Two actions",
    decides: { "domain/promises/pledge/rules.ts": ["actionProblems", "actionStanding"] },
    cases: ["domain/pledge/rules.test.ts"],
    asked: ["domain/pledge/acts.test.ts", "domain/pledge/signature.test.ts", "domain/correcting.test.ts"],
    refuses: ["RULE"],
  },
  {
    number: 5, name: "Shares",
    decides: { "domain/resources/post/rules.ts": ["postFundingOn", "firstOverpaidDay"], "domain/resources/post/decisions.ts": ["shareProblems"] },
    cases: ["domain/post/rules.test.ts", "domain/post/decisions.test.ts"],
    asked: ["domain/post/acts.test.ts", "domain/correcting.test.ts"],
    refuses: ["RULE"],
  },
  {
    number: 6, name: "Organisations change",
    decides: { "domain/partners/organisation/rules.ts": ["absentAt", "lastOf", "canFollow", "holderOn"] },
    cases: ["domain/organisation/rules.test.ts"],
    asked: ["domain/organisation/standards.test.ts", "domain/organisation/closing.test.ts", "domain/organisation/succession.test.ts"],
    refuses: ["RULE", "ALREADY_EXISTS", "CIRCLE"],
  },
  {
    number: 7, name: "Same thing, one node",
    decides: { "domain/partners/organisation/rules.ts": ["sameName", "areApart"] },
    cases: ["domain/organisation/rules.test.ts"],
    asked: ["domain/organisation/standards.test.ts"],
    refuses: ["ALREADY_EXISTS"],
  },
  {
    number: 8, name: "Every fact can be traced",
    decides: { "api/act/quote.ts": ["wrongQuote"], "kernel/quotation.ts": ["linesWith"] },
    cases: ["api/act/quote.test.ts", "kernel/quotation.test.ts"],
    asked: ["domain/source/quoting.test.ts", "domain/source/provenance.test.ts"],
    refuses: ["QUOTE_NOT_FOUND", "QUOTE_TOO_LONG", "BAD_CITATION"],
  },
  {
    number: 9, name: "Small numbers",
    decides: { "api/value/small-number.ts": ["quantityFor"] },
    cases: ["domain/measure/small-number.test.ts"],
    asked: ["domain/measure/small-number.test.ts"],
    refuses: [],
  },
  {
    number: 10, name: "Nothing is lost",
    decides: { "kernel/phrases.ts": ["Phrases"], "domain/delivery/status-report/decisions.ts": ["removeStatusReport", "restoreStatusReport"], "domain/resources/post/decisions.ts": ["restoreHolder"] },
    cases: ["kernel/phrases.test.ts", "domain/status-report/decisions.test.ts", "domain/post/decisions.test.ts"],
    asked: ["domain/correcting.test.ts", "domain/person/erase-act.test.ts", "domain/access/erasing.test.ts"],
    refuses: ["STILL_REFERENCED", "MISSING_REASON", "STILL_NAMED"],
  },
  {
    number: 11, name: "Stale is shown",
    decides: { "domain/delivery/status-report/rules.ts": ["freshnessOn", "shortestRhythm"] },
    cases: ["domain/status-report/rules.test.ts"],
    asked: ["domain/status-report/status-report.test.ts", "domain/workstream/led.test.ts"],
    refuses: [],
  },
];

const read = (...path: string[]): string => readFileSync(join(CHECKOUT, ...path), "utf8");

/** What a test imports by name from a file under src. */
function imported(test: string, source: string): readonly string[] {
  const from = `/src/${source}"`;
  return [...read("test", test).matchAll(/import \{([^}]*)\} from "([^;]*)";/g)]
    .filter(([, , path]) => `${path ?? ""}"`.endsWith(from))
    .flatMap(([, names = ""]) => names.split(",").map((name) => name.trim()));
}

it("the rules are eleven", () => {
  expect(rules.map(({ number }) => number)).toEqual(Array.from({ length: 11 }, (_, index) => index + 1));
});

describe.each(rules)("rule $number, $name", ({ decides, cases, asked, refuses }) => {
  it("has functions that decide, each with a table of cases", () => {
    const lacking = Object.entries(decides).flatMap(([source, names]) => {
      const text = read("src", source);
      const tabled = new Set(cases.filter((test) => /\bit\.(?:each|for)\b/.test(read("test", test))).flatMap((test) => imported(test, source)));
      return names.filter((name) => !new RegExp(`export (?:function|class) ${name}\\b`).test(text) || !tabled.has(name)).map((name) => `${source}: ${name}`);
    });
    expect(lacking).toEqual([]);
  });

  it("is asked through the schema by somebody named, and refuses them", () => {
    expect(asked.filter((test) => !existsSync(join(CHECKOUT, "test", test)))).toEqual([]);
    expect(asked.filter((test) => !/\b(?:ask|answer|refused)\(/.test(read("test", test)) || !/\b(?:holding|memberOf|officeOf)\(|\bnobody\b/.test(read("test", test)))).toEqual([]);
    expect(refuses.filter((code) => !(code in problemCodes) || !asked.some((test) => read("test", test).includes(code)))).toEqual([]);
  });
});
