import type { JSX } from "preact";
import { useAnswer } from "../graph/use-answer.ts";
import { usePerson } from "../session/person.ts";
import { MayImport } from "./bring-in.graphql.ts";

interface BringInProps {
  /** What stands on the page, as "milestones". */
  readonly of: string;
  /** The table that takes rows of it. */
  readonly table: string;
}

/** How the list of a page is brought in from a spreadsheet, for whoever may do that; asked only of somebody who has signed in. */
export function BringIn(props: BringInProps): JSX.Element | null {
  return usePerson() === null ? null : <Asked {...props} />;
}

function Asked({ of, table }: BringInProps): JSX.Element | null {
  const { answer } = useAnswer(MayImport, {}, "now");
  if (answer?.viewer.mayImport !== true) return null;
  return (
    <p class="wm-downloads wm-screen-only wm-small">
      Bring in {of} from a spreadsheet: <a href={`/imports/${table}/template.csv`}>Empty sheet<span class="nhsuk-u-visually-hidden"> for {of}</span></a>{" "}
      <a href={`/imports/${table}/columns.csv`}>What its columns take<span class="nhsuk-u-visually-hidden">, for {of}</span></a>{" "}
      <a href="/docs/importing">How to import</a>
    </p>
  );
}
