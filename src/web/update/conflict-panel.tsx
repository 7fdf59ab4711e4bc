import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Table, type Column } from "../parts/table.tsx";
import { sayInstant } from "../words/days.ts";
import { fieldWords } from "../words/fields.ts";
import { asRead, saidOf, typedOf, type Choice, type Clash } from "./conflicts.ts";
import type { Read } from "./read.ts";

interface ConflictPanelProps {
  readonly clashes: readonly Clash[];
  readonly read: Read;
  readonly settle: (choices: Readonly<Record<string, Choice>>) => void;
}

/** What somebody else changed while this was being written, beside it: what is kept is chosen once for each record. */
export function ConflictPanel({ clashes, read, settle }: ConflictPanelProps): JSX.Element {
  const box = useRef<HTMLElement>(null);
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  useLayoutEffect(() => { box.current?.focus(); }, [clashes]);
  const isOne = clashes.length === 1;
  return (
    <section class="wm-conflict" role="alert" tabIndex={-1} ref={box} aria-labelledby="conflict-title">
      <h2 class="wm-summary__title" id="conflict-title">Somebody else has changed this too</h2>
      <p>Nothing of yours was saved yet, and nothing of theirs is lost. Everything else in your update stays as you typed it.</p>
      {clashes.map((clash) => (
        <div key={clash.id}>
          <Sides clash={clash} read={read} />
          {isOne ? (
            <div class="wm-buttons">
              <button type="button" class="nhsuk-button wm-button" onClick={() => { settle({ [clash.id]: "mine" }); }}>Keep mine and save</button>
              <button type="button" class="nhsuk-button nhsuk-button--secondary wm-button" onClick={() => { settle({ [clash.id]: "theirs" }); }}>Keep theirs and save the rest</button>
            </div>
          ) : (
            <fieldset class="wm-input wm-radios">
              <legend class="wm-field__label">Which do you keep?<span class="nhsuk-u-visually-hidden"> {whatOf(clash)}</span></legend>
              {(["mine", "theirs"] as const).map((choice) => (
                <div class="wm-radios__option" key={choice}>
                  <input type="radio" id={`keep-${clash.id}-${choice}`} name={`keep-${clash.id}`} checked={choices[clash.id] === choice} onChange={() => { setChoices({ ...choices, [clash.id]: choice }); }} />
                  <label for={`keep-${clash.id}-${choice}`}>{choice === "mine" ? "Mine" : "Theirs"}</label>
                </div>
              ))}
            </fieldset>
          )}
        </div>
      ))}
      {!isOne && <button type="button" class="nhsuk-button wm-button" disabled={clashes.some(({ id }) => choices[id] === undefined)} onClick={() => { settle(choices); }}>Save with these choices</button>}
    </section>
  );
}

/** What it is that both have changed: of a report, which part. */
function whatOf({ planned: { about }, conflict: { record } }: Clash): string {
  return record.__typename === "Judgement" || record.__typename === "StatusReportItem" ? `${about}, ${record.__typename === "Judgement" ? "rating" : "one line"}` : about;
}

function Sides({ clash, read }: { readonly clash: Clash; readonly read: Read }): JSX.Element {
  const { conflict: { fields, actorName, at, record } } = clash;
  const before = asRead(read, record.id);
  const columns: readonly Column<string>[] = [
    { name: "Field", isHead: true, cell: fieldWords },
    { name: "When you began", cell: (field) => (before === null ? "Nothing" : saidOf(before, field)) },
    { name: "Theirs", cell: (field) => saidOf(record, field) },
    { name: "Yours", cell: (field) => typedOf(clash, field) },
  ];
  return <Table caption={`${whatOf(clash)}: changed by ${actorName ?? "somebody whose account was erased"} on ${sayInstant(at)}`} columns={columns} rows={fields} keyOf={(field) => field} />;
}
