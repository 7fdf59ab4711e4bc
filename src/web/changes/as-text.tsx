import type { JSX } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import type { ChangesAsTextQueryVariables } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Answer } from "../states/answer.tsx";
import { ChangesAsText } from "./changes.graphql.ts";

/** The changes as a document to paste into a board paper: asked for when it is opened. */
export function AsText({ span }: { readonly span: ChangesAsTextQueryVariables }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div class="wm-as-text">
      <button type="button" class="nhsuk-button nhsuk-button--secondary wm-button" aria-expanded={isOpen} aria-controls={id} onClick={() => { setOpen(!isOpen); }}>As text for a paper</button>
      <div id={id} hidden={!isOpen}>{isOpen && <Text span={span} />}</div>
    </div>
  );
}

function Text({ span }: { readonly span: ChangesAsTextQueryVariables }): JSX.Element {
  const answered = useAnswer(ChangesAsText, span);
  const field = useRef<HTMLTextAreaElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    field.current?.select();
    // Where a browser does not let pages copy, the text stands selected, ready to be copied by hand.
    try {
      await navigator.clipboard.writeText(field.current?.value ?? "");
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <Answer to={answered} what="the text">
      {({ changesBetween: { markdown } }) => (
        <>
          <textarea class="wm-as-text__field" ref={field} readOnly rows={14} aria-label="The changes as text (Markdown)" value={markdown} />
          <p><button type="button" class="nhsuk-button wm-button" onClick={() => { void copy(); }}>Copy</button> <span role="status">{isCopied ? "Copied." : ""}</span></p>
        </>
      )}
    </Answer>
  );
}
