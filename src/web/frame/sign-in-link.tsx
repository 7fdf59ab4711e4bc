import type { ComponentChildren, JSX } from "preact";
import { useAddress } from "../address/use-address.ts";

/** Leads to signing in, and from there back to this page. */
export function SignInLink({ class: className, children }: { readonly class?: string; readonly children: ComponentChildren }): JSX.Element {
  const { path, query } = useAddress();
  const search = query.toString();
  const here = search === "" ? path : `${path}?${search}`;
  return <a class={className} href={here === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(here)}`}>{children}</a>;
}
