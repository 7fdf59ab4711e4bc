import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Form } from "../form/form.ts";
import { TextField } from "../form/text-field.tsx";
import { useAnswer } from "../graph/use-answer.ts";
import { kindName } from "../records/kinds.ts";
import { Signatories } from "./sign.graphql.ts";

/** Which body signs: found by its name among those that are recorded. */
export function Signatory({ form }: { readonly form: Form }): JSX.Element {
  const words = useSettled(form.value("who.words"));
  const chosen = form.value("who.id");
  const { answer } = useAnswer(Signatories, { words }, "now");
  const found = words.trim() === "" ? [] : (answer?.search.nodes ?? []);
  const isChosenElsewhere = chosen !== "" && !found.some(({ record }) => record.id === chosen);
  return (
    <>
      <TextField form={form} name="who.words" label="Which organisation, service, group or board signs?" hint="Type part of its name and choose it below" size="whole" />
      <fieldset class="wm-input wm-radios">
        <legend class="wm-field__label">Who signs</legend>
        {isChosenElsewhere && <Option id={chosen} called={form.value("who.called")} type={form.value("who.type")} form={form} />}
        {found.map(({ record }) => <Option key={record.id} id={record.id} called={record.called} type={record.__typename} form={form} />)}
        <p class="wm-small" role="status">{words.trim() === "" ? "Nothing is looked for yet." : found.length === 0 ? "Nothing of that name is recorded." : `${found.length} found.`}</p>
      </fieldset>
    </>
  );
}

interface OptionProps {
  readonly id: string;
  readonly called: string;
  readonly type: string;
  readonly form: Form;
}

function Option({ id, called, type, form }: OptionProps): JSX.Element {
  const choose = (): void => {
    form.set("who.id", id);
    form.set("who.type", type);
    form.set("who.called", called);
  };
  return (
    <div class="wm-radios__option">
      <input type="radio" id={`who-${id}`} name="who.id" checked={form.value("who.id") === id} onChange={choose} />
      <label for={`who-${id}`}>{called} <span class="wm-small">{kindName(type)}</span></label>
    </div>
  );
}

/** Words once nobody types on. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => { setSettled(words); }, 300);
    return () => { clearTimeout(timer); };
  }, [words]);
  return settled;
}
