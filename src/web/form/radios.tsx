import type { ComponentChildren, JSX } from "preact";
import { controlId, describedBy, type Form } from "./form.ts";

interface RadiosProps {
  readonly form: Form;
  readonly name: string;
  readonly legend: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly options: readonly { readonly value: string; readonly name: ComponentChildren; readonly hint?: ComponentChildren }[];
}

/** One of a few, all of them in view. */
export function Radios({ form, name, legend, hint, options }: RadiosProps): JSX.Element {
  const [error, id] = [form.error(name), controlId(name)];
  return (
    <fieldset class={error === undefined ? "wm-input wm-radios" : "wm-input wm-input--wrong wm-radios"} aria-describedby={describedBy(name, { hint: hint !== undefined, error: error !== undefined })}>
      <legend class="wm-field__label">{legend}</legend>
      {hint !== undefined && <div class="wm-input__hint" id={`${id}-hint`}>{hint}</div>}
      {error !== undefined && <p class="wm-input__error" id={`${id}-error`}><span class="nhsuk-u-visually-hidden">Error: </span>{error}</p>}
      {options.map((option, index) => {
        // The first stands under the name itself, so that a link to the field leads to it.
        const own = index === 0 ? id : `${id}-${option.value}`;
        return (
          <div class="wm-radios__option" key={option.value}>
            <input type="radio" id={own} name={name} value={option.value} checked={form.value(name) === option.value} aria-describedby={option.hint === undefined ? undefined : `${own}-more`} onChange={() => { form.set(name, option.value); }} />
            <label for={own}>{option.name}</label>
            {option.hint !== undefined && <span class="wm-input__hint" id={`${own}-more`}>{option.hint}</span>}
          </div>
        );
      })}
    </fieldset>
  );
}
