import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Pace } from "../../src/api/pace.ts";

/** Holds the server up for so long. */
function work(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

/** Of a request that has come to much already. */
function longPace(deadline = Number.POSITIVE_INFINITY): Pace {
  const pace = new Pace(deadline);
  pace.takeTurns();
  return pace;
}

describe("a pace", () => {
  it("lets what people's screens ask for go on in one go, however long it takes", () => {
    const pace = new Pace(Number.POSITIVE_INFINITY);
    work(30);
    expect(pace.step(10_000)).toBeUndefined();
    expect(pace.isLong).toBe(false);
    expect(pace.step(1)).toBeInstanceOf(Promise);
    expect(pace.isLong).toBe(true);
  });

  it("gives everybody else a turn after each slice", async () => {
    const pace = longPace();
    let others = 0;
    const done = new AbortController();
    const otherWork = (async () => {
      while (!done.signal.aborted) {
        await setImmediate();
        others += 1;
      }
    })();
    for (let part = 0; part < 50; part += 1) {
      await pace.step(0);
      work(5);
    }
    done.abort();
    await otherWork;
    // 250 ms in slices of 15.
    expect(others).toBeGreaterThan(8);
  });

  it("lets one go on at a time, of all that wait, in the order in which they came", async () => {
    const pace = longPace();
    work(30);
    const went: number[] = [];
    await Promise.all([1, 2, 3, 4].map(async (number) => {
      await pace.step(0);
      went.push(number);
      work(20);
      expect(pace.step(0)).toBeInstanceOf(Promise);
      await pace.step(0);
      went.push(number);
    }));
    expect(went.slice(0, 4)).toEqual([1, 2, 3, 4]);
    expect(went).toHaveLength(8);
  });

  it("ends what has had its time while it waited", async () => {
    const pace = longPace(performance.now() - 1);
    work(30);
    await expect(Promise.resolve(pace.step(0))).rejects.toThrow("This took longer than one request may take.");
  });
});
