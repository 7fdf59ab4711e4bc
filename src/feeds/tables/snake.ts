/** The name of a field as columns have it: `ownerOrganisation` is `owner_organisation`. */
export function snake(field: string): string {
  return field.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase();
}
