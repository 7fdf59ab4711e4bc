import { expect, it } from "vitest";
import { readDay } from "../../src/kernel/day.ts";
import { AsItStands } from "../../src/serve/as-it-stands.ts";

const [today, tomorrow] = [readDay("2025-03-01"), readDay("2025-03-02")];

/** Asks for one name after another, and tells what had to be found out. */
function foundOut(asked: readonly (readonly [entry: number, day: typeof today, name: string])[], answer: (name: string) => string | null = (name) => name): string[] {
  const standing = new AsItStands<string | null>();
  const out: string[] = [];
  for (const [entry, day, name] of asked) {
    expect(standing.find(entry, day, name, () => { out.push(`${name} at ${entry}`); return answer(name); })).toBe(answer(name));
  }
  return out;
}

it("what stands is found out once after an entry and on a day, and anew behind the next entry and on the next day", () => {
  expect(foundOut([[1, today, "ann"], [1, today, "ann"], [1, today, "ben"], [2, today, "ann"], [2, tomorrow, "ann"], [2, tomorrow, "ann"]])).toEqual(["ann at 1", "ben at 1", "ann at 2", "ann at 2"]);
});

it("what stands is never what stood after another entry, in whichever order they are read", () => {
  expect(foundOut([[2, today, "ann"], [1, today, "ann"], [2, today, "ann"]])).toEqual(["ann at 2", "ann at 1", "ann at 2"]);
});

it("what stands is looked for each time where there is nothing", () => {
  expect(foundOut([[1, today, "nobody"], [1, today, "nobody"]], () => null)).toEqual(["nobody at 1", "nobody at 1"]);
});
