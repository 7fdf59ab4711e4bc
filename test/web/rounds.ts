/** Whether there is time for the whole of a long walk, as in CI; a run of the tests takes a part of it. */
export const isWholeRound = process.env["EVERY_PAGE"] === "1";

/** Of a long walk what this run takes: all of it, or every so many. */
export function inThisRound<Step>(steps: readonly Step[], oneIn: number): Step[] {
  return steps.filter((_, place) => isWholeRound || place % oneIn === 0);
}
