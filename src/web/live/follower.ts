import { client } from "../graph/client.ts";
import { entryOf } from "../graph/entry.ts";
import { isSignedOut } from "../graph/fault.ts";
import { refreshAll } from "../graph/refresh.ts";
import { follow, type StreamAnswer } from "../graph/stream.ts";
import type { ChangedSubscription, CursorQuery, CursorQueryVariables } from "../graph/types.ts";
import { forgetAnswers } from "../graph/use-answer.ts";
import { Changed, Cursor } from "./live.graphql.ts";
import { pause } from "./pause.ts";
import { Refreshing } from "./refreshing.ts";
import { tellState } from "./state.ts";

/** After a gap as long as this, all that stands on the page is asked for at once, instead of hearing of every change in between. */
const LONG_GAP_MS = 60_000;
/** A connection that takes no longer than this is nothing to speak of. */
const UNREMARKABLE_MS = 2_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/** What is to be done after a connection: the same again, all anew, or nothing more. */
type Next = "again" | "anew" | "nothing";

/**
 * Follows what is done in the tracker and asks anew for what stands on the page, until it is let go. A connection that breaks off is
 * made again, and goes on where it came to: behind the last change, or, where that is long ago, with everything anew.
 */
export class Follower {
  private readonly refreshing = new Refreshing();
  private cursor: string | null = null;
  private heardAt = -Infinity;
  /** Whether nothing that was answered before is to be believed. */
  private isAnew = false;

  /** Follows until the signal says to stop. */
  async run(signal: AbortSignal): Promise<void> {
    let wait = FIRST_WAIT_MS;
    while (!signal.aborted) {
      const [next, wasOpen] = await this.connection(signal);
      if (signal.aborted || next === "nothing") break;
      if (next === "anew") this.cursor = null;
      wait = wasOpen ? FIRST_WAIT_MS : Math.min(wait * 2, LONGEST_WAIT_MS);
      // Many are cut off at the same moment, and are not to come back at the same moment.
      await pause(wait * (0.5 + Math.random()), signal);
    }
  }

  /** One connection, from its beginning to its end, and whether it was ever open. */
  private async connection(signal: AbortSignal): Promise<readonly [Next, boolean]> {
    let [next, isOpen]: [Next, boolean] = ["again", false];
    const soon = setTimeout(tellInterrupted, UNREMARKABLE_MS);
    const offline = new AbortController();
    addEventListener("offline", () => { offline.abort(); }, { signal: offline.signal });
    try {
      next = await this.begin();
      if (next !== "again" || signal.aborted) return [next, isOpen];
      await follow(Changed, { after: this.cursor }, {
        signal: AbortSignal.any([signal, offline.signal]),
        onOpen: () => {
          isOpen = true;
          clearTimeout(soon);
          tellState("live");
        },
        onSign: () => { this.heardAt = performance.now(); },
        onAnswer: (answer) => { next = this.hear(answer); },
      });
    } catch {
      // It broke off, which needs no other answer than to be made again; or it was let go.
    } finally {
      clearTimeout(soon);
      if (!signal.aborted && next === "again" && (!isOpen || !navigator.onLine)) tellInterrupted();
      offline.abort();
    }
    return [next, isOpen];
  }

  /** Makes sure that there is a place to go on from, and that what stands on the page is not older. */
  private async begin(): Promise<Next> {
    if (this.cursor !== null && performance.now() - this.heardAt < LONG_GAP_MS) return "again";
    const { data, error, extensions } = await client.query<CursorQuery, CursorQueryVariables>(Cursor.text, { at: null });
    if (data === undefined) return error?.graphQLErrors.map(({ extensions: { code } }) => this.ended(code))[0] ?? "again";
    this.cursor = data.cursor;
    this.heardAt = performance.now();
    refreshAll(this.isAnew ? Infinity : entryOf(extensions));
    this.isAnew = false;
    return "again";
  }

  private hear({ data, errors }: StreamAnswer<ChangedSubscription>): Next {
    if (data === null || data === undefined) return this.ended(errors?.[0]?.extensions?.code);
    this.cursor = data.changed.cursor;
    this.refreshing.hear(data.changed.seq);
    return "again";
  }

  /** Why there is no more to hear, and what follows from it. */
  private ended(code: unknown): Next {
    if (isSignedOut(code)) {
      // Whoever never signed in is told so where the answers would be.
      if (this.cursor !== null) tellState("signed-out");
      return "nothing";
    }
    if (code !== "RIGHTS_CHANGED" && code !== "BAD_USER_INPUT") return "again";
    // What was seen until now may not be for these eyes any more, or is of another ledger.
    forgetAnswers();
    this.isAnew = true;
    return "anew";
  }
}

function tellInterrupted(): void {
  tellState(navigator.onLine ? "interrupted" : "offline");
}
