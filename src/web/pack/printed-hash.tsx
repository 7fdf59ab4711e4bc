import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { useAnswer } from "../graph/use-answer.ts";
import { BoardPackPrinted } from "./pack.graphql.ts";
import { Answer } from "../states/answer.tsx";

/** Compares what stands on paper with the ledger: a pack in the tracker could be rewritten together with it, one on paper could not. */
export function PrintedHash({ id }: { readonly id: string }): JSX.Element {
  const field = useId();
  const [printed, setPrinted] = useState<string | null>(null);
  return (
    <form
      class="wm-controls wm-printed-hash"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get("printed");
        setPrinted(typeof typed === "string" && typed.trim() !== "" ? typed.trim().slice(0, 200) : null);
      }}
    >
      <div class="wm-printed-hash__field">
        <label class="nhsuk-label" htmlFor={field}>The hash in a printed copy</label>
        <input class="nhsuk-input" id={field} name="printed" autocomplete="off" spellcheck={false} maxLength={200} />
      </div>
      <button class="nhsuk-button nhsuk-button--secondary wm-button">Compare</button>
      <div class="wm-printed-hash__verdict" role="status">{printed !== null && <Verdict id={id} printed={printed} />}</div>
    </form>
  );
}

function Verdict({ id, printed }: { readonly id: string; readonly printed: string }): JSX.Element {
  return (
    <Answer to={useAnswer(BoardPackPrinted, { id, printed })} what="the ledger's hash">
      {({ boardPack }) => <p>{boardPack?.matchesLedger === true ? "The printed copy and the ledger have the same hash: nothing before it was rewritten." : "The ledger has another hash than this. Compare what you typed letter by letter; if it is right, what came before the pack was rewritten."}</p>}
    </Answer>
  );
}
