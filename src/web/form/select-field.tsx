import type { ComponentChildren, JSX } from "preact";
import type { SelectOption } from "../parts/select.tsx";
import { Field } from "./field.tsx";
import { controlId, describedBy, type Form } from "./form.ts";

interface SelectFieldProps {
  readonly form: Form;
  readonly name: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly options: readonly SelectOption[];
}

/** One of several, by its name. */
export function SelectField({ form, name, label, hint, options }: SelectFieldProps): JSX.Element {
  const error = form.error(name);
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <select
        class="wm-field__control" id={controlId(name)} value={form.value(name)}
        aria-describedby={describedBy(name, { hint: hint !== undefined, error: error !== undefined })} aria-invalid={error !== undefined}
        onChange={({ currentTarget }) => { form.set(name, currentTarget.value); }}
      >
        {options.map((option) => <option key={option.value} value={option.value}>{option.name}</option>)}
      </select>
    </Field>
  );
}
