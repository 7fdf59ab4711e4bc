import type { JSX } from "preact";

/** Beside what is made up to show how the tracker works. */
export function ExampleTag(): JSX.Element {
  return <span class="wm-example">Example</span>;
}
