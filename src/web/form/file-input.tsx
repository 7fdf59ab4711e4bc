import type { ComponentChildren, JSX } from "preact";
import { Field } from "./field.tsx";
import { controlId, describedBy, type Form } from "./form.ts";

interface FileInputProps {
  readonly form: Pick<Form, "error">;
  readonly name: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  /** Which files are offered first. */
  readonly accept: string;
  readonly onFile: (file: File | null) => void;
}

/** One file of whoever is at the screen. */
export function FileInput({ form, name, label, hint, accept, onFile }: FileInputProps): JSX.Element {
  const error = form.error(name);
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <input
        class="wm-field__control wm-input__control--whole" id={controlId(name)} type="file" accept={accept}
        aria-describedby={describedBy(name, { hint: hint !== undefined, error: error !== undefined })} aria-invalid={error !== undefined}
        onChange={({ currentTarget }) => { onFile(currentTarget.files?.[0] ?? null); }}
      />
    </Field>
  );
}
