import type { Day } from "../kernel/day.ts";

/**
 * What was found out of a ledger as it stands after an entry, on a day: for whoever asks the same before anything else is recorded. What was not found
 * is looked for anew each time, so that nobody fills it with what they make up.
 */
export class AsItStands<Value> {
  private entry = -1;
  private day = "";
  private readonly known = new Map<string, Value>();

  /** What is known by a name, after this entry and on this day; found out where it is not. */
  find(entry: number, day: Day, name: string, findOut: () => Value): Value {
    if (entry !== this.entry || day !== this.day) this.known.clear();
    [this.entry, this.day] = [entry, day];
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const found = findOut();
    if (found !== null) this.known.set(name, found);
    return found;
  }
}
