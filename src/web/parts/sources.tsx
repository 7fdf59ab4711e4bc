import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { useAnswer } from "../graph/use-answer.ts";
import { Answer } from "../states/answer.tsx";
import { Sources as SourcesQuery } from "./sources.graphql.ts";
import { Provenance } from "./provenance.tsx";

interface SourcesProps {
  readonly record: string;
  /** One field of the record; all of it unless given. */
  readonly field?: string;
  /** What is traced, for whoever hears the buttons one after another. */
  readonly of: string;
}

/** A button that opens the words of the source behind a value, in place. They are asked for only then. */
export function Sources({ record, field, of }: SourcesProps): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div class="wm-sources">
      <button type="button" class="wm-sources__button" aria-expanded={isOpen} aria-controls={id} onClick={() => { setOpen(!isOpen); }}>
        Source<span class="nhsuk-u-visually-hidden"> of {of}</span>
      </button>
      <div class="wm-sources__panel" id={id} hidden={!isOpen}>{isOpen && <Opened record={record} field={field ?? null} />}</div>
    </div>
  );
}

function Opened({ record, field }: { readonly record: string; readonly field: string | null }): JSX.Element {
  const answered = useAnswer(SourcesQuery, { id: record, field });
  return (
    <Answer to={answered} what="the source">
      {({ node }) => <Provenance lines={node !== null && "provenance" in node ? node.provenance : []} />}
    </Answer>
  );
}
