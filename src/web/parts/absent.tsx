import type { JSX } from "preact";
import type { ValueStatus } from "../graph/types.ts";

const words: Readonly<Record<ValueStatus, string>> = {
  KNOWN: "None",
  NOT_STATED: "Not stated",
  UNKNOWN: "Not known",
  NOT_APPLICABLE: "Does not apply",
  WITHHELD: "Withheld",
  CONFLICTING: "Sources contradict each other",
};

/** Why there is no value. */
export function Absent({ status }: { readonly status: ValueStatus }): JSX.Element {
  return <span class="wm-absent">{words[status]}</span>;
}
