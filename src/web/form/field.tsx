import type { ComponentChildren, JSX } from "preact";
import { controlId } from "./form.ts";

interface FieldProps {
  readonly name: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error: string | undefined;
  readonly children: ComponentChildren;
}

/** A control with its label, what there is to know before filling it in, and what is wrong with it. */
export function Field({ name, label, hint, error, children }: FieldProps): JSX.Element {
  const id = controlId(name);
  return (
    <div class={error === undefined ? "wm-input" : "wm-input wm-input--wrong"}>
      <label class="wm-field__label" for={id}>{label}</label>
      {hint !== undefined && <div class="wm-input__hint" id={`${id}-hint`}>{hint}</div>}
      {error !== undefined && <p class="wm-input__error" id={`${id}-error`}><span class="nhsuk-u-visually-hidden">Error: </span>{error}</p>}
      {children}
    </div>
  );
}
