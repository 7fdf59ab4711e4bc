import type { JSX } from "preact";
import type { ValueStatus } from "../graph/types.ts";
import { Absent } from "./absent.tsx";

interface DateTextProps {
  readonly date: { readonly plain: string; readonly status: ValueStatus };
}

/** A date as exactly as its source gives it; or why there is none. */
export function DateText({ date: { plain, status } }: DateTextProps): JSX.Element {
  return status === "KNOWN" ? <>{plain}</> : <Absent status={status} />;
}
