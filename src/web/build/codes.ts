import { isEnumType } from "graphql/index.js";
import { currentSchema } from "./contract/releases.ts";

/** Every code that a program may meet and branch on, as markdown: made of the schema, which says them all. */
export function codesText(): string {
  const schema = currentSchema();
  const table = (name: string): string => {
    const type = schema.getType(name);
    if (!isEnumType(type)) throw new Error(`The schema has no enum ${name}.`);
    return ["| code | when |", "| --- | --- |", ...type.getValues().map(({ name: code, description }) => `| \`${code}\` | ${(description ?? "").replaceAll("|", "\\|")} |`)].join("\n");
  };
  return [
    "# Codes of refusals",
    "Branch on codes, never on messages: those are for people, and may be said better at any time. A value that you do not know yet is possible: take it as a refusal.",
    "## What stops a request",
    "In `errors[0].extensions.code` of an answer, with the HTTP status that stands first; at addresses beside the graph, such as the tables, too. `Retry-After` says how many seconds to wait where that helps. What may be sent again safely says so.",
    table("FaultCode"),
    "## What stands in the way of an act, or is wrong with what was sent",
    "In `problems` of a mutation's answer, all at once, each with its `path` in what was sent; in `extensions.problems` of `BAD_USER_INPUT`; and as the code of a table that cannot be asked so.",
    table("ProblemCode"),
    "",
  ].join("\n\n");
}
