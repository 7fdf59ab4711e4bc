/** A type of the schema in words: HealthIntegrationTeam is "health integration team". */
export function typeWords(type: string): string {
  return type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

/** The same with its article: "an output", "a unit". */
export function oneOfType(type: string): string {
  const words = typeWords(type);
  return `${/^(?:[aeio]|un(?!i))/.test(words) ? "an" : "a"} ${words}`;
}

/** The same as the beginning of a sentence. */
export function sentenceWith(type: string): string {
  const words = oneOfType(type);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
