import type { JSX } from "preact";

/** Prints the page, which is laid out for A4. */
export function PrintButton(): JSX.Element {
  return <button type="button" class="nhsuk-button nhsuk-button--secondary wm-button" onClick={() => { print(); }}>Print or save as PDF</button>;
}
