import type { JSX } from "preact";
import { useAnswer } from "../graph/use-answer.ts";
import { ExampleYear } from "./example-banner.graphql.ts";

/** Says on every page that this is an example year, where it is one: its programmes are in it. */
export function ExampleBanner(): JSX.Element | null {
  const { answer } = useAnswer(ExampleYear, {}, "now");
  if (answer?.programmes.nodes.some(({ isExample }) => isExample) !== true) return null;
  return (
    <section class="wm-example-banner" aria-label="Example">
      <p class="wm-width"><strong>This is an example year.</strong> Its roles and bodies are real; whatever is marked “Example” is made up to show how the tracker works.</p>
    </section>
  );
}
