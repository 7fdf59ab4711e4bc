import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { SignInLink } from "../frame/sign-in-link.tsx";
import { onSessionEnd, sessionHasEnded } from "./ended.ts";

/** Above every page, once the sign-in has ended: what is read from then on is what everybody may read. */
export function SessionEnded(): JSX.Element {
  const [hasEnded, setEnded] = useState(sessionHasEnded);
  useEffect(() => onSessionEnd(() => { setEnded(true); }), []);
  return (
    <div role="status">
      {hasEnded && (
        <div class="wm-session">
          <p class="wm-width"><strong>Your sign-in has ended.</strong> What was saved stays, and what you typed is kept in this browser. <SignInLink>Sign in again</SignInLink> to go on.</p>
        </div>
      )}
    </div>
  );
}
