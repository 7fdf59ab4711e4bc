/** What one person has typed into one form and has not saved, kept in this browser. Nothing of it is sent anywhere. */
export interface Kept<Value> {
  readonly value: Value;
  /** When it was typed last. */
  readonly at: string;
}

const PREFIX = "waymark:typed:";

/** What nobody has come back for in this time is let go. */
const MOST_DAYS = 30;
const millisecondsADay = 86_400_000;

/** Of this person, for this form. */
function keyOf(person: string, form: string): string {
  return `${PREFIX}${person}:${form}`;
}

/** Keeps what was typed; false where this browser keeps nothing, or has no room. */
export function keep(person: string, form: string, value: object): boolean {
  try {
    localStorage.setItem(keyOf(person, form), JSON.stringify({ value, at: new Date().toISOString() }));
    return true;
  } catch {
    // Storage that is switched off or full says so in no other way; whoever types is told.
    return false;
  }
}

/** What was kept, where it still is what this version of the pages writes; null where there is nothing. */
export function kept<Value>(person: string, form: string, isIt: (value: unknown) => value is Value): Kept<Value> | null {
  const found = read(keyOf(person, form));
  return found !== null && isIt(found.value) ? { value: found.value, at: found.at } : null;
}

/** Which forms this person has left without saving. */
export function keptForms(person: string): readonly string[] {
  const prefix = keyOf(person, "");
  return keys().filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}

export function letGo(person: string, form: string): void {
  remove(keyOf(person, form));
}

/** Lets go of all that this person typed, as they sign out. */
export function letGoOfAll(person: string): void {
  for (const form of keptForms(person)) letGo(person, form);
}

/** Lets go of what was kept too long, whoever typed it. */
export function letGoOfOld(now: number): void {
  for (const key of keys()) {
    const found = read(key);
    if (found === null || now - Date.parse(found.at) > MOST_DAYS * millisecondsADay) remove(key);
  }
}

function keys(): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    // Storage that is switched off holds nothing.
    return [];
  }
}

function read(key: string): Kept<unknown> | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return isKept(found) ? found : null;
  } catch {
    // What cannot be read was not written by these pages.
    return null;
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage that is switched off holds nothing.
  }
}

function isKept(value: unknown): value is Kept<unknown> {
  return typeof value === "object" && value !== null && "value" in value && "at" in value && typeof value.at === "string" && !Number.isNaN(Date.parse(value.at));
}
