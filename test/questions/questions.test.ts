import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentsGraph, type DocumentsGraph } from "../support/documents.ts";

/**
 * What people ask of the five documents. Each question is one GraphQL document beside this file, and the JSON of the
 * same name is its exact answer.
 */
const folder = new URL("./", import.meta.url);
const questions = readdirSync(folder)
  .filter((file) => file.endsWith(".graphql"))
  .toSorted()
  .map((file) => {
    const source = readFileSync(new URL(file, folder), "utf8");
    return { file, source, question: /^# (.*)$/m.exec(source)?.[1] ?? "" };
  });

let graph: DocumentsGraph;
beforeAll(async () => {
  graph = await documentsGraph();
});
afterAll(async () => graph.close());

describe("the graph answers", () => {
  it.each(questions)("$question", async ({ file, source, question }) => {
    expect(question).toMatch(/^\d+\. .+\?$/);
    const { result } = await graph.ask(source);
    const answer: unknown = JSON.parse(readFileSync(new URL(file.replace(".graphql", ".json"), folder), "utf8"));
    expect(JSON.parse(JSON.stringify(result))).toEqual(answer);
  });
});
