import type { CombinedError } from "@urql/core";
import { endSession, sessionHasEnded } from "../session/ended.ts";

/** How many answers of one window may say that the sign-in has ended before that is taken for the last word: several were asked together. */
const MOST_TOLD = 40;
let told = 0;

/** Whether an answer says that the sign-in has ended, and asking again is worth it. Notes the former. */
export function hasEndedIn({ graphQLErrors }: CombinedError): boolean {
  if (graphQLErrors[0]?.extensions["code"] !== "SESSION_ENDED") return false;
  if (!sessionHasEnded()) endSession();
  told += 1;
  return told <= MOST_TOLD;
}
