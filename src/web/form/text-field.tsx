import type { ComponentChildren, JSX } from "preact";
import { Field } from "./field.tsx";
import { controlId, describedBy, type Form } from "./form.ts";

interface TextFieldProps {
  readonly form: Form;
  readonly name: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly size?: "short" | "whole";
  /** Which keys a small screen offers first. */
  readonly keys?: "url";
}

/** One line of words. */
export function TextField({ form, name, label, hint, size = "short", keys }: TextFieldProps): JSX.Element {
  const error = form.error(name);
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <input
        class={`wm-field__control wm-input__control--${size}`} id={controlId(name)} type="text" inputMode={keys} value={form.value(name)} autocomplete="off"
        aria-describedby={describedBy(name, { hint: hint !== undefined, error: error !== undefined })} aria-invalid={error !== undefined}
        onInput={({ currentTarget }) => { form.set(name, currentTarget.value); }}
      />
    </Field>
  );
}
