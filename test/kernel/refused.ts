import { Refusal } from "../../src/kernel/problem.ts";

/** The problems with which something is refused. Anything else that happens fails the test. */
export function refusedWith(act: () => unknown): Refusal["problems"] {
  try {
    const answer = act();
    throw new Error(`It was not refused but answered ${JSON.stringify(answer)}.`);
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.problems;
    throw thrown;
  }
}

/** The codes alone. */
export function refusalCodes(act: () => unknown): string[] {
  return refusedWith(act).map(({ code }) => code);
}
