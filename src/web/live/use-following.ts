import { useEffect } from "preact/hooks";
import { refreshAll } from "../graph/refresh.ts";
import { today } from "../words/today.ts";
import { Follower } from "./follower.ts";
import { tellState } from "./state.ts";

const follower = new Follower();

/** How often it is looked whether another day has begun: what is due depends on it. */
const A_MINUTE_MS = 60_000;

/**
 * Keeps the page in step with the tracker while it is read as it stands now and somebody can see it. A window that nobody sees lets its
 * connection go: a browser has only a few for all its windows.
 */
export function useFollowing(isNow: boolean): void {
  useEffect(() => {
    if (!isNow) return;
    let running: AbortController | null = null;
    const look = (): void => {
      if (document.visibilityState === "visible" && running === null) {
        running = new AbortController();
        void follower.run(running.signal);
      } else if (document.visibilityState === "hidden") {
        running?.abort();
        running = null;
      }
    };
    document.addEventListener("visibilitychange", look);
    look();
    return () => {
      document.removeEventListener("visibilitychange", look);
      running?.abort();
      tellState("idle");
    };
  }, [isNow]);

  useEffect(() => {
    let day = today();
    const timer = setInterval(() => {
      if (today() === day) return;
      day = today();
      refreshAll();
    }, A_MINUTE_MS);
    return () => { clearInterval(timer); };
  }, []);
}
