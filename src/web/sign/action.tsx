import type { JSX } from "preact";
import { controlId, type Form } from "../form/form.ts";
import { Radios } from "../form/radios.tsx";
import { TextArea } from "../form/text-area.tsx";
import { actionName, idsIn, type Version } from "./signing.ts";

/** One action that the signatory names, and which commitments it serves. */
export function Action({ form, version, index }: { readonly form: Form; readonly version: Version; readonly index: number }): JSX.Element {
  const { commitments, newAllowed, continuingAllowed } = version;
  const name = actionName(index, "commitments");
  const chosen = idsIn(form.value(name));
  const error = form.error(name);
  const natures = [
    ...(continuingAllowed === false ? [] : [{ value: "CONTINUING", name: "It goes on with what is being done" }]),
    ...(newAllowed === false ? [] : [{ value: "NEW", name: "It is new" }]),
  ];
  return (
    <fieldset class="wm-group">
      <legend class="wm-group__title">Action {index + 1}</legend>
      <TextArea form={form} name={actionName(index, "statement")} label={<>What is to be done?<span class="nhsuk-u-visually-hidden"> Action {index + 1}</span></>} rows={2} />
      <Radios form={form} name={actionName(index, "nature")} legend={<>Which sort is it?<span class="nhsuk-u-visually-hidden"> Action {index + 1}</span></>} options={natures} />
      {commitments.length > 0 && (
        <fieldset class={error === undefined ? "wm-input wm-choices" : "wm-input wm-input--wrong wm-choices"}>
          <legend class="wm-field__label">Which commitments does it serve?<span class="nhsuk-u-visually-hidden"> Action {index + 1}</span></legend>
          {error !== undefined && <p class="wm-input__error"><span class="nhsuk-u-visually-hidden">Error: </span>{error}</p>}
          {commitments.map(({ id, number, wording }, place) => {
            const own = place === 0 ? controlId(name) : `${controlId(name)}-${id}`;
            return (
              <div class="wm-choices__option" key={id}>
                <input id={own} type="checkbox" checked={chosen.includes(id)} onChange={({ currentTarget: { checked } }) => { form.set(name, (checked ? [...chosen, id] : chosen.filter((other) => other !== id)).join(" ")); }} />
                <label for={own}>{number}. {wording}</label>
              </div>
            );
          })}
        </fieldset>
      )}
    </fieldset>
  );
}
