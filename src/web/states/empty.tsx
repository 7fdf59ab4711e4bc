import type { ComponentChildren, JSX } from "preact";

/** Where there is nothing, said in words: an empty table would leave open whether it had loaded. */
export function Empty({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <p class="wm-empty">{children}</p>;
}
