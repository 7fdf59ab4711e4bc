import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";

interface CardProps {
  readonly title: ComponentChildren;
  readonly class?: string;
  /** What stands small beside the title. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A part of a page that is read on its own, under a heading of its own. */
export function Card({ title, class: className = "", aside, children }: CardProps): JSX.Element {
  const id = useId();
  return (
    <section class={`wm-card ${className}`} aria-labelledby={id}>
      <div class="wm-card__head">
        <h2 class="wm-card__title" id={id}>{title}</h2>
        {aside !== undefined && <div class="wm-card__aside">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
