import type { ComponentChildren, JSX } from "preact";
import { SignInLink } from "../frame/sign-in-link.tsx";
import { useAnswer } from "../graph/use-answer.ts";
import { Answer } from "../states/answer.tsx";
import { Notice } from "../states/notice.tsx";
import { SignedIn as SignedInQuery } from "./viewer.graphql.ts";

/** Who is signed in. */
export interface Person {
  readonly id: string;
  readonly displayName: string;
}

interface SignedInProps {
  /** What signing in is for, behind "Sign in to". */
  readonly to: string;
  readonly children: (person: Person) => ComponentChildren;
}

/** What only somebody who signed in can do; for anybody else, how to sign in, and back. */
export function SignedIn({ to, children }: SignedInProps): JSX.Element {
  const answered = useAnswer(SignedInQuery, {}, "now");
  return (
    <Answer to={answered} what="who is signed in">
      {({ viewer: { account } }) => (account === null ? (
        <Notice title={`Sign in to ${to}`}>
          <p>Nothing that you saved is lost. What you typed and had not saved is in this browser, and is there again once you have signed in.</p>
          <p><SignInLink class="nhsuk-button">Sign in</SignInLink></p>
        </Notice>
      ) : children(account))}
    </Answer>
  );
}
