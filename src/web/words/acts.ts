/** An act as people say it: `MILESTONE_REFORECAST` as "Milestone reforecast". */
export function actWords(act: string): string {
  const words = act.replaceAll("_", " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Who acted: people and keys by their names, the program by what it did. */
export function actorWords(actor: string): string {
  return actor === "founding-import" ? "the import of the documents" : actor;
}
