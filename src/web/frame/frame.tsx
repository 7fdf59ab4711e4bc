import type { ComponentChildren, JSX } from "preact";
import { ExampleBanner } from "./example-banner.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { ReadingBar } from "./reading-bar.tsx";

/** What stands around every page. */
export function Frame({ path, children }: { readonly path: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <>
      <a class="nhsuk-skip-link" href="#main">Skip to main content</a>
      <Header path={path} />
      <ExampleBanner />
      <ReadingBar />
      <main class="wm-width wm-main" id="main" tabIndex={-1}>{children}</main>
      <Footer />
    </>
  );
}
