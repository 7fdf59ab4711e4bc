import { letGo, wordsIn, type Planned, type Value } from "./planned.ts";
import type { Read } from "./read.ts";

/** What was counted, of each measure for which a count was typed. */
export function planMeasures({ measures }: Read, value: Value): readonly Planned[] {
  return measures.nodes.flatMap(({ id, title }) => {
    const name = (field: "value" | "asAt" | "note"): string => `measure.${id}.${field}`;
    const text = wordsIn(value(name("value")));
    if (text === null) return [];
    const [asAt, note] = [wordsIn(value(name("asAt"))), wordsIn(value(name("note")))];
    return [{
      act: { reportMeasure: { measure: id, value: { text }, asAt: asAt === null ? null : { text: asAt }, note } }, about: title, expects: [], says: {},
      instead: letGo(), fieldAt: ([first]) => name(first === "asAt" || first === "period" ? "asAt" : first === "note" ? "note" : "value"),
    }];
  });
}
