import type { JSX } from "preact";
import type { ValueStatus } from "../graph/types.ts";
import { absentWords } from "./absent-words.ts";

/** Why there is no value. */
export function Absent({ status }: { readonly status: ValueStatus }): JSX.Element {
  return <span class="wm-absent">{absentWords[status]}</span>;
}
