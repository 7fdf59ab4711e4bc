import { expect, it } from "vitest";
import { atFirstUse } from "../../src/kernel/at-first-use.ts";

it.each([undefined, null, 0, "made"])("atFirstUse makes %j once, and not before it is asked for", (value) => {
  let times = 0;
  const made = atFirstUse(() => {
    times += 1;
    return value;
  });
  expect(times).toBe(0);
  expect([made(), made()]).toEqual([value, value]);
  expect(times).toBe(1);
});
