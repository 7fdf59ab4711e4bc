/** Words whose plural is not the word with an s. */
const plurals: Readonly<Record<string, string>> = { signatory: "signatories", criterion: "criteria", person: "people", dependency: "dependencies" };

/** Several of what one word names. */
export function plural(one: string): string {
  return plurals[one] ?? `${one}s`;
}

/** What a number counts: milestone where it is one, milestones otherwise. */
export function nounFor(count: number, one: string, many = plural(one)): string {
  return count === 1 ? one : many;
}

/** A number with what it counts: 1 milestone, 2 milestones. */
export function counted(count: number, one: string, many = plural(one)): string {
  return `${count.toLocaleString("en-GB")} ${nounFor(count, one, many)}`;
}

/** Names in a row: a, b and c. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1);
  if (last === undefined) return "";
  return names.length === 1 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
