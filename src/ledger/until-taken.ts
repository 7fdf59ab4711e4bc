import { InDoubt } from "./fault.ts";
import type { Journal } from "./journal.ts";

/** Why something has to be decided again: somebody else's entry came first, or nobody knows whether this was taken. */
export type Untaken = "OVERTAKEN" | "UNKNOWN";

/**
 * Attempts until the journal has taken what was decided; whoever lost once waits in line, and first takes over what is new. Once an answer of
 * the journal's was lost, whatever goes wrong afterwards leaves it in doubt whether it stands.
 */
export async function untilTaken<Answer extends object>(journal: Journal | undefined, takeNews: () => Promise<unknown>, attempt: () => Promise<Answer | Untaken>): Promise<Answer> {
  let answer = await attempt();
  let isLost = false;
  while (typeof answer === "string") {
    isLost ||= answer === "UNKNOWN";
    try {
      answer = await (journal === undefined ? attempt() : journal.inLine(async () => {
        await takeNews();
        return attempt();
      }));
    } catch (error) {
      throw isLost ? new InDoubt(error) : error;
    }
  }
  return answer;
}
