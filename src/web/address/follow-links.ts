import { go } from "./history.ts";

/** Lets links to pages of ours change the page without leaving it. Whatever a reader does to open a link elsewhere stays theirs. */
export function followLinks(isPage: (path: string) => boolean): void {
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link === null || link.target !== "" || link.hasAttribute("download") || link.origin !== location.origin || !isPage(link.pathname)) return;
    // A place on this page is the browser's to find.
    if (link.hash !== "" && link.pathname === location.pathname && link.search === location.search) return;
    event.preventDefault();
    go(`${link.pathname}${link.search}`);
  });
}
