import type { ComponentChildren, JSX } from "preact";
import { Field } from "./field.tsx";
import { controlId, describedBy, type Form } from "./form.ts";

interface TextAreaProps {
  readonly form: Form;
  readonly name: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly rows?: number;
}

/** Several lines of words. */
export function TextArea({ form, name, label, hint, rows = 3 }: TextAreaProps): JSX.Element {
  const error = form.error(name);
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <textarea
        class="wm-field__control wm-input__control--whole" id={controlId(name)} rows={rows} value={form.value(name)}
        aria-describedby={describedBy(name, { hint: hint !== undefined, error: error !== undefined })} aria-invalid={error !== undefined}
        onInput={({ currentTarget }) => { form.set(name, currentTarget.value); }}
      />
    </Field>
  );
}
