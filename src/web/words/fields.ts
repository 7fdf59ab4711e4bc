/** A field's name as people say it: `leadOrganisation` as "Lead organisation". */
export function fieldWords(field: string): string {
  const words = field.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
