import type { ComponentChildren, JSX } from "preact";
import { useReading } from "../address/reading-day.ts";
import { useFollowing } from "../live/use-following.ts";
import { ExampleBanner } from "./example-banner.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { SessionEnded } from "../session/ended-notice.tsx";
import { ReadingBar } from "./reading-bar.tsx";

/** What stands around every page. */
export function Frame({ path, children }: { readonly path: string; readonly children: ComponentChildren }): JSX.Element {
  const { at } = useReading();
  useFollowing(at === null);
  return (
    <>
      <a class="nhsuk-skip-link" href="#main">Skip to main content</a>
      <Header path={path} />
      <SessionEnded />
      <ExampleBanner />
      <ReadingBar />
      <main class="wm-width wm-main" id="main" tabIndex={-1}>{children}</main>
      <Footer />
    </>
  );
}
