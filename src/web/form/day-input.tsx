import type { ComponentChildren, JSX } from "preact";
import { Field } from "./field.tsx";
import { controlId, describedBy, type Form } from "./form.ts";

interface DayInputProps {
  readonly form: Form;
  readonly name: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly min?: string;
}

/** One day, as a calendar gives it. */
export function DayInput({ form, name, label, hint, min = "1900-01-01" }: DayInputProps): JSX.Element {
  const error = form.error(name);
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <input
        class="wm-field__control wm-input__control--short" id={controlId(name)} type="date" min={min} max="2199-12-31" value={form.value(name)}
        aria-describedby={describedBy(name, { hint: hint !== undefined, error: error !== undefined })} aria-invalid={error !== undefined}
        onInput={({ currentTarget }) => { form.set(name, currentTarget.value); }}
      />
    </Field>
  );
}
