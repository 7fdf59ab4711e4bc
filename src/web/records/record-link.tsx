import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { RecordCalledFragment } from "../graph/types.ts";
import { ExampleTag } from "../parts/example-tag.tsx";
import { recordPath } from "./kinds.ts";

/** A record of any sort, by what it is called. */
export function RecordLink({ record }: { readonly record: RecordCalledFragment }): JSX.Element {
  return <><Link to={recordPath(record.__typename, record.id)}>{record.called}</Link>{record.isExample && <> <ExampleTag /></>}</>;
}
