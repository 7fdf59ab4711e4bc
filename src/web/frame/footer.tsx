import type { JSX } from "preact";

/** Where the same records are for other programs, and what these pages are. */
export function Footer(): JSX.Element {
  return (
    <footer class="wm-footer">
      <div class="wm-width">
        <p>Every figure here opens to the records behind it, and every record to the words of its source. “Not stated” means that a source was read and does not say.</p>
        <ul class="wm-footer__links">
          <li><a href="/docs">Guides</a></li>
          <li><a href="/explore">Explore the graph</a></li>
          <li><a href="/docs/accessibility">Accessibility</a></li>
          <li><a href="/docs/data-held">Data about people</a></li>
        </ul>
      </div>
    </footer>
  );
}
