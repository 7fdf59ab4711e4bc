import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { useAnswer } from "../graph/use-answer.ts";
import { usePerson } from "../session/person.ts";
import { MayImport } from "./bring-in.graphql.ts";
import { Sheets } from "./sheets.tsx";
import { tables } from "./tables.ts";

interface BringInProps {
  /** The table in which the list of a page lies. */
  readonly table: string;
}

/** How the list of a page is brought in from a spreadsheet, where its table takes rows, for whoever may do that; asked only of somebody who has signed in. */
export function BringIn({ table }: BringInProps): JSX.Element | null {
  const person = usePerson();
  const found = tables.find((one) => one.table === table);
  return person === null || found === undefined ? null : <Asked table={table} of={found.of} />;
}

function Asked({ table, of }: { readonly table: string; readonly of: string }): JSX.Element | null {
  const { answer } = useAnswer(MayImport, {}, "now");
  if (answer?.viewer.mayImport !== true) return null;
  return <Sheets table={table} of={of}><Link to={`/bring-in/${table}`}>Bring in {of} from a spreadsheet</Link></Sheets>;
}
