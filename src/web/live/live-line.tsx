import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { useAddress } from "../address/use-address.ts";
import { SignInLink } from "../frame/sign-in-link.tsx";
import { sayTime } from "../words/days.ts";
import { forgetNews } from "./state.ts";
import { useLive } from "./use-live.ts";

/** Whether what one reads is kept in step, what was news, and, where it is not, since when and what happens next. Changes of it are said aloud, when there is a pause. */
export function LiveLine(): JSX.Element {
  const { state, newsAt } = useLive();
  const { path } = useAddress();
  useEffect(forgetNews, [path]);
  return (
    <p class={`wm-live wm-live--${state.kind}`}>
      {state.kind === "live" && newsAt === null && "Live: what is changed elsewhere appears here by itself."}
      <span role="status">
        {state.kind === "live" && newsAt !== null && `Live: something here was changed, and was brought up to date at ${sayTime(newsAt)}.`}
        {state.kind === "interrupted" && `Not live since ${sayTime(state.since)}: Waymark does not answer just now, and is tried again by itself. What you see was read before.`}
        {state.kind === "offline" && `Not live since ${sayTime(state.since)}: this device is offline. What you see stays, and is brought up to date when the connection is back.`}
        {state.kind === "signed-out" && <>Not live: your sign-in has ended. What you see was read before. <SignInLink>Sign in again</SignInLink></>}
      </span>
    </p>
  );
}
