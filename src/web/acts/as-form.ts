import type { Form } from "../form/form.ts";
import type { ActState } from "./use-act.ts";

/** Where in a form something is put right that stands at a place in what was sent; null where at no field. */
export type FieldAt = (path: readonly string[]) => string | null;

/** Values and what was refused of them, as a form shows them. */
export function asForm(values: Readonly<Record<string, string>>, set: (name: string, value: string) => void, state: ActState<unknown>, fieldAt: FieldAt): Form {
  return {
    value: (name) => values[name] ?? "",
    set,
    error: (name) => (state.kind === "refused" ? state.problems.find(({ path }) => fieldAt(path) === name)?.message : undefined),
  };
}
