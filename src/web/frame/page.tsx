import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { lastArrival, scrolledTo } from "../address/history.ts";
import { ExampleTag } from "../parts/example-tag.tsx";
import { Breadcrumbs, type Crumb } from "./breadcrumbs.tsx";

interface PageProps {
  readonly title: string;
  /** What kind of thing the title names, above it. */
  readonly caption?: string | undefined;
  /** Whether what it shows is made up to show how the tracker works. */
  readonly isExample?: boolean;
  /** The pages above this one. */
  readonly above?: readonly Crumb[];
  readonly lead?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/**
 * One page: its title on the window and as its heading. Whoever came by a link stands at the heading, so that a screen reader says
 * where they are; whoever came back stands where they were.
 */
export function Page({ title, caption, isExample = false, above, lead, children }: PageProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);

  useLayoutEffect(() => { document.title = `${title} – Waymark`; }, [title]);
  useLayoutEffect(() => {
    const arrival = lastArrival();
    if (arrival === "opened" || arrival === "adjusted") return;
    scrollTo(0, arrival === "returned" ? scrolledTo() : 0);
    heading.current?.focus({ preventScroll: true });
  }, []);

  return (
    <article class="wm-page">
      {above !== undefined && <Breadcrumbs crumbs={above} />}
      <header class="wm-page__head">
        <h1 class="wm-page__title" tabIndex={-1} ref={heading}>
          {caption !== undefined && <span class="wm-page__caption">{caption}<span class="nhsuk-u-visually-hidden">: </span></span>}
          {title}
          {isExample && <> <ExampleTag /></>}
        </h1>
        {lead !== undefined && <div class="wm-page__lead">{lead}</div>}
      </header>
      {children}
    </article>
  );
}
