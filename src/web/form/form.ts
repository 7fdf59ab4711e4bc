/** What stands in a form, and what is wrong with it, field by field. A field's name is its id on the page too. */
export interface Form {
  readonly value: (name: string) => string;
  readonly set: (name: string, value: string) => void;
  /** What is wrong with a field, in words for whoever filled it in. */
  readonly error: (name: string) => string | undefined;
}

/** Something that is wrong, and the field at which it is put right; null where it is at none. */
export interface FieldError {
  readonly name: string | null;
  readonly message: string;
  /** What it is about, where the field alone does not say so. */
  readonly about?: string | null;
}

/** The id under which a field's control stands. */
export function controlId(name: string): string {
  return `field-${name}`;
}

/** What is said of a control beside its label: ids for `aria-describedby`. */
export function describedBy(name: string, has: { readonly hint: boolean; readonly error: boolean }): string | undefined {
  const ids = [...(has.hint ? [`${controlId(name)}-hint`] : []), ...(has.error ? [`${controlId(name)}-error`] : [])];
  return ids.length === 0 ? undefined : ids.join(" ");
}
