import { array, assert, constant, dictionary, jsonValue, oneof, property, stringMatching } from "fast-check";
import { buildSchema } from "graphql";
import { expect, it } from "vitest";
import { KeptAnswers } from "../../../src/server/kept/kept-answers.ts";
import { answerPieces } from "../../../src/server/sending/answer-text.ts";

const schema = buildSchema("type Query { day: String }");

it("an answer goes out as its data and what stands beside it, short or long, kept or not", () => {
  const names = stringMatching(/^[A-Za-z_]{1,5}$/);
  const data = dictionary(names, oneof(jsonValue(), constant(undefined), array(jsonValue({ maxDepth: 1 }), { maxLength: 5 })));
  assert(property(data, dictionary(names, jsonValue()), (some, beside) => {
    const kept = new KeptAnswers(schema, 1_000_000);
    const told = (): string => answerPieces(some, beside, kept).join("");
    const expected = JSON.stringify({ data: some, extensions: beside });
    expect(told()).toBe(expected);
    // What is asked for a second time is kept in words.
    for (const _ of [1, 2]) kept.keep({ key: "asked", entry: -1 }, some);
    expect(told()).toBe(expected);
  }));
});
