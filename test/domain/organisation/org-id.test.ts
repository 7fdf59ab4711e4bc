import { expect, it } from "vitest";
import { joined, orgIdAmong } from "../../../src/domain/partners/organisation/rules.ts";
import type { identifierSchemes } from "../../../src/domain/partners/organisation/table.ts";
import { readPartialDate } from "../../../src/kernel/read-partial-date.ts";

const code = (scheme: (typeof identifierSchemes)[number], value: string, until = "unknown") => ({ scheme, value, until: readPartialDate(until) });

it.each([
  ["GB_NHS", "RVJ", "GB-NHS-RVJ"],
  ["GB_COH", "00123456", "GB-COH-00123456"],
  ["GSS", "E06000023", null],
] as const)("an identifier of %s is joined as org-id.guide joins it", (scheme, value, expected) => {
  expect(joined({ scheme, value })).toBe(expected);
});

it.each([
  ["none", [], null],
  ["one that is not of that guide", [code("GSS", "E06000023")], null],
  ["several", [code("GSS", "E06000023"), code("GB_LAE", "BST"), code("GB_COH", "001")], "GB-COH-001"],
  ["one that ended and one that has not", [code("GB_NHS", "OLD", "31 March 2023"), code("GB_LAE", "SOM")], "GB-LAE-SOM"],
  ["one that ended, and no other", [code("GB_LAE", "SOM", "31 March 2023")], "GB-LAE-SOM"],
])("an organisation that has %s is told by the right one", (_, identifiers, expected) => {
  expect(orgIdAmong(identifiers)).toBe(expected);
});
