import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { RecordNameFragment } from "../graph/types.ts";
import { ExampleTag } from "../parts/example-tag.tsx";
import { recordPath } from "./kinds.ts";
import { nameOf } from "./name-of.ts";

/** A record of any sort, by its name. */
export function RecordLink({ record }: { readonly record: RecordNameFragment }): JSX.Element {
  return <><Link to={recordPath(record.__typename, record.id)}>{nameOf(record)}</Link>{record.isExample && <> <ExampleTag /></>}</>;
}
