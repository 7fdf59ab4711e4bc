import { expect, it } from "vitest";
import { oneOfType, sentenceWith, typeWords } from "../../src/kernel/type-words.ts";

it.each([
  ["Milestone", "milestone", "a milestone"], ["HealthIntegrationTeam", "health integration team", "a health integration team"], ["Output", "output", "an output"], ["EventParty", "event party", "an event party"],
  ["AwardSpend", "award spend", "an award spend"], ["Issue", "issue", "an issue"], ["UnitOfWork", "unit of work", "a unit of work"], ["Undertaking", "undertaking", "an undertaking"],
])("%s is %s in words: %s", (type, words, one) => {
  expect([typeWords(type), oneOfType(type)]).toEqual([words, one]);
  expect(sentenceWith(type)).toBe(`A${one.slice(1)}`);
});
