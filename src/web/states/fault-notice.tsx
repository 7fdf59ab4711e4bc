import type { JSX } from "preact";
import type { Fault, FaultKind } from "../graph/fault.ts";
import { SignInLink } from "../frame/sign-in-link.tsx";
import { Notice } from "./notice.tsx";

interface FaultNoticeProps {
  readonly fault: Fault;
  readonly askAgain: () => void;
}

const words: Readonly<Record<FaultKind, { readonly title: string; readonly text: string }>> = {
  offline: { title: "You are offline", text: "This device has no connection just now. What you have open stays; this appears when the connection is back." },
  unreachable: { title: "Waymark does not answer", text: "The server could not be reached. Try again in a moment." },
  "signed-out": { title: "Sign in to read this", text: "Who may read this has to be known first." },
  "not-permitted": { title: "You may not see this", text: "The account you are signed in with does not open it. Whoever runs your programme office can change that." },
  failed: { title: "This could not be answered", text: "Nothing that was saved is lost. Try again in a moment." },
};

/** Instead of an answer: why there is none, and what to do. */
export function FaultNotice({ fault, askAgain }: FaultNoticeProps): JSX.Element {
  const { title, text } = words[fault.kind];
  return (
    <Notice title={title} isUrgent>
      <p>{fault.kind === "failed" && fault.message !== null ? fault.message : text}</p>
      {fault.reference !== null && <p>If it happens again, tell whoever runs Waymark the reference <strong>{fault.reference}</strong>.</p>}
      {fault.kind === "signed-out" ? <p><SignInLink class="nhsuk-button">Sign in</SignInLink></p> : <button type="button" class="nhsuk-button nhsuk-button--secondary" onClick={askAgain}>Try again</button>}
    </Notice>
  );
}
