import type { ComponentChildren, JSX } from "preact";

interface NoticeProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Whether it is said at once, over what a screen reader is reading. */
  readonly isUrgent?: boolean;
}

/** Why something is not here, and what can be done. It takes the place of what it speaks of. */
export function Notice({ title, children, isUrgent = false }: NoticeProps): JSX.Element {
  return (
    <section class="wm-notice" role={isUrgent ? "alert" : undefined}>
      <h2 class="wm-notice__title">{title}</h2>
      {children}
    </section>
  );
}
