import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { Page } from "../frame/page.tsx";

/** There is no such page, or no such record that this reader may see: which of them, is not told. */
export function NotFound(): JSX.Element {
  return (
    <Page title="Page not found">
      <p>If you typed the address, check that it is right. If you followed a link, what it led to may have been removed, or you may have to sign in to see it.</p>
      <p><Link to="/">Go to the overview</Link>, or search for it above.</p>
    </Page>
  );
}
