import { keep, kept, keptForms, letGo } from "../kept/kept.ts";

/** What somebody sent of which nobody knows whether it arrived: with its key, so that it is done once however often it is sent. */
export interface Sent<Variables> {
  readonly key: string;
  readonly variables: Variables;
  /** The page on which it was sent. */
  readonly page: string;
}

const PREFIX = "act:";

/** An act and the record that it is done to. */
export function sentName(operation: string, record: string): string {
  return `${PREFIX}${operation}:${record}`;
}

/** Keeps what is on its way in this browser, until it is known what came of it. */
export function keepSent<Variables>(person: string, name: string, sent: Sent<Variables>): void {
  keep(person, name, sent);
}

export function keptSent<Variables>(person: string, name: string): Sent<Variables> | null {
  return kept(person, name, isSent<Variables>)?.value ?? null;
}

export function letGoOfSent(person: string, name: string): void {
  letGo(person, name);
}

/** The pages on which something was sent that may not have arrived. */
export function pagesWithSent(person: string): readonly string[] {
  const names = keptForms(person).filter((name) => name.startsWith(PREFIX));
  return [...new Set(names.flatMap((name) => keptSent(person, name)?.page ?? []))];
}

// What stands under an act's name was written with the act's variables.
function isSent<Variables>(value: unknown): value is Sent<Variables> {
  return typeof value === "object" && value !== null && "key" in value && "variables" in value && "page" in value && typeof value.key === "string" && typeof value.page === "string";
}
