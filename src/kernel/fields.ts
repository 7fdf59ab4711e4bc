/** Asks an object for its fields by name: null where it is not an object with exactly these fields. */
export function fieldsOf<Name extends string>(
  value: unknown,
  names: readonly Name[],
): ((name: Name) => unknown) | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const fields = new Map<string, unknown>(Object.entries(value));
  const isExact = fields.size === names.length && names.every((name) => fields.has(name));
  return isExact ? (name) => fields.get(name) : null;
}
