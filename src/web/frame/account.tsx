import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { Link } from "../address/link.tsx";
import { useAnswer } from "../graph/use-answer.ts";
import { letGoOfAll } from "../kept/kept.ts";
import { sayPerson } from "../session/person.ts";
import { Account as AccountQuery } from "./account.graphql.ts";
import { SignInLink } from "./sign-in-link.tsx";

/** Who is signed in, the way to their work, and how to sign out, which lets go of what they typed here; or how to sign in. Nothing, until it is known which. */
export function Account(): JSX.Element | null {
  const { answer, fault } = useAnswer(AccountQuery, {}, "now");
  const id = answer?.viewer.account?.id ?? null;
  useEffect(() => { sayPerson(id); }, [id]);
  if (fault?.kind === "signed-out") return <SignInLink class="wm-header__link">Sign in</SignInLink>;
  if (answer === undefined) return null;
  const { account } = answer.viewer;
  if (account === null) return <SignInLink class="wm-header__link">Sign in</SignInLink>;
  return (
    <form class="wm-account" method="post" action="/sign-out" onSubmit={() => { letGoOfAll(account.id); }}>
      <Link class="wm-header__link" to="/my-work">My work</Link>
      <span class="wm-account__name">{account.displayName}</span>
      <button class="wm-header__link">Sign out</button>
    </form>
  );
}
