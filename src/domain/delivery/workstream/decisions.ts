import { Problems, type RuledFor } from "../../../api/act/ruled.ts";
import type { FieldValues } from "../../../ledger/record.ts";
import type { programmes } from "../programme/table.ts";
import { hasEnded, sayStatus, takeStep } from "./rules.ts";
import type { workstreams } from "./table.ts";

type Programme = typeof programmes.$inferSelect;
type Workstream = typeof workstreams.$inferSelect;

/** A workstream begins as one that has not started, in a programme that goes on. */
export function openWorkstream({ audience, ...wanted }: FieldValues, programme: Programme): RuledFor<typeof workstreams> {
  const wrong = new Problems();
  wrong.when(programme.status === "CLOSED", "NOT_ALLOWED_NOW", `${programme.name} is closed: nothing new is opened in it. Choose a programme that goes on.`, ["programme"]);
  wrong.add(wrongTheme(wanted["theme"], wanted["ownTheme"]));
  return { fields: { ...wanted, audience: audience ?? programme.audience, systemId: programme.systemId, status: "NOT_STARTED" }, problems: wrong.all() };
}

/** What is different about a workstream is judged with what stays. */
export function amendWorkstream(workstream: Workstream, edits: FieldValues): RuledFor<typeof workstreams> {
  const { theme, ownTheme }: FieldValues = { ...workstream, ...edits };
  return { fields: edits, problems: wrongTheme(theme, ownTheme) };
}

/** A workstream is merged into others that go on, each named once. */
export function mergeWorkstream(workstream: Workstream, others: readonly Workstream[]): RuledFor<typeof workstreams> {
  const { fields, problems } = takeStep(workstream, "merge");
  const wrong = new Problems();
  wrong.add(problems);
  wrong.when(others.length === 0, "MISSING_FIELD", "Say in which workstreams it goes on. Where it goes on in none, close it.", ["continuedIn"]);
  for (const [index, other] of others.entries()) {
    const path = ["continuedIn", index];
    wrong.when(other.id === workstream.id, "RULE", `${workstream.name} cannot be continued in itself.`, path);
    wrong.when(others.findIndex(({ id }) => id === other.id) < index, "RULE", `${other.name} is named twice. Once is enough.`, path);
    wrong.when(other.id !== workstream.id && hasEnded(other), "NOT_ALLOWED_NOW", `${other.name} is ${sayStatus(other.status)}, so nothing can go on in it. Reopen it, or choose another.`, path, [other.id]);
  }
  return { fields, problems: wrong.all() };
}

function wrongTheme(theme: unknown, ownTheme: unknown): RuledFor<typeof workstreams>["problems"] {
  const wrong = new Problems();
  const isNamed = ownTheme !== null && ownTheme !== undefined;
  wrong.when(theme === "OWN" && !isNamed, "MISSING_FIELD", "A theme of the programme's own needs its word: say what it is called.", ["ownTheme"]);
  wrong.when(theme !== "OWN" && isNamed, "RULE", "A word of the programme's own goes with the theme OWN. Choose that theme, or empty the word.", ["ownTheme"]);
  return wrong.all();
}
