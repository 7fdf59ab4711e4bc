import { readFileSync } from "node:fs";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import type { Plugin } from "vite";
import { codesText } from "./codes.ts";
import { changelog } from "./contract/changelog.ts";

export const guidesFolder = new URL("../../guides/", import.meta.url);

/** The guides, in the order in which somebody new would want them. */
export const guides = ["asking", "tools", "tables", "calendars", "following", "webhooks", "writing", "importing", "access", "settings", "operating", "runbook", "security", "data-held", "assurance", "accessibility", "import-format", "adding-a-concept"] as const;

export type GuideName = (typeof guides)[number];

/** The pages that are made of the schema and of its releases, behind the guides. */
const CODES = "codes";
const CHANGES = "schema-changes";

interface Guide {
  readonly name: GuideName | typeof CODES | typeof CHANGES;
  readonly title: string;
  /** Everything below the title, as HTML. */
  readonly body: string;
}

/** A page for each guide and one that lists them, without scripts, in the style of the other pages: served at `/docs`. */
export function guidePages(): Plugin {
  return {
    name: "waymark:guides",
    apply: "build",
    async generateBundle(_options, bundle) {
      const [style, icon] = [".css", ".svg"].map((ending) => Object.keys(bundle).find((file) => file.endsWith(ending)));
      if (style === undefined || icon === undefined) throw new Error("The pages have no style or no icon to share.");
      const all = [...guides.map(readGuide), guideIn(CODES, codesText()), guideIn(CHANGES, await changelog())];
      for (const guide of [null, ...all]) this.emitFile({ type: "asset", fileName: `docs/${guide?.name ?? "index"}.html`, source: pageOf({ style, icon }, all, guide) });
    },
  };
}

/** A guide as it stands in its file. */
export function readGuide(name: GuideName): Guide {
  return guideIn(name, readFileSync(new URL(`${name}.md`, guidesFolder), "utf8"));
}

function guideIn(name: Guide["name"], text: string): Guide {
  const [, title = "", rest = ""] = /^# ([^\n]+)\n([^]*)$/.exec(text) ?? [];
  if (title === "") throw new Error(`${name}.md begins with no title.`);
  return { name, title, body: asServed(micromark(rest, { extensions: [gfm()], htmlExtensions: [gfmHtml()] })) };
}

/**
 * What a file of the repository reads like on a page: links between guides lead to their pages, files of code are named without a link, headings
 * can be linked to, and what is wider than the page scrolls by itself, by keyboard too.
 */
function asServed(html: string): string {
  return html
    .replaceAll(/href="([\w-]+)\.md(#[\w-]*)?"/g, (_, guide: string, part: string | undefined) => `href="/docs/${guide}${part ?? ""}"`)
    .replaceAll(/<a href="\.\.\/[^"]*">(.*?)<\/a>/g, (_, words: string) => words)
    .replaceAll(/<h([23])>(.*?)<\/h\1>/g, (_, level: string, words: string) => `<h${level} id="${slug(words)}">${words}</h${level}>`)
    .replaceAll("<pre>", '<pre tabindex="0">')
    .replaceAll(/<table>[^]*?<\/table>/g, (table) => `<div class="wm-guide__wide" tabindex="0">${table}</div>`);
}

/** What the page that lists the guides says itself. */
const START = `<p>How to ask the graph, write to it, keep in step with it, and run it. The same files stand in the repository.</p>
        <p>The schema is the contract. For tools that make code of it, it is at <a href="/schema.graphql">/schema.graphql</a>, for whoever may ask the graph; <a href="/docs/${CHANGES}">what changed in it</a>
        tells what a release added, what is to go and when, and marks what may break a program. The tables and imports have theirs at <a href="/openapi.json">/openapi.json</a>.</p>
        <p>What you keep in a spreadsheet comes in without a programmer: <a href="/docs/importing">fill in a sheet, try it, and send it</a>. The empty sheets are at <a href="/imports">/imports</a>, and above every list for whoever may.</p>`;

function slug(words: string): string {
  return words.replaceAll(/<[^>]*>|&\w+;/g, "").toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
}

function pageOf({ style, icon }: { readonly style: string; readonly icon: string }, all: readonly Guide[], guide: Guide | null): string {
  const title = guide?.title ?? "Guides";
  const list = all.map(({ name, title: called }) => `<li><a href="/docs/${name}"${name === guide?.name ? ' aria-current="page"' : ""}>${called}</a></li>`).join("\n            ");
  return `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} – Waymark</title>
    <meta name="theme-color" content="#003087">
    <link rel="icon" href="/${icon}" type="image/svg+xml">
    <link rel="stylesheet" href="/${style}">
  </head>
  <body>
    <a class="nhsuk-skip-link" href="#main">Skip to main content</a>
    <header class="wm-header">
      <div class="wm-width wm-header__row"><a class="wm-header__name" href="/">Waymark</a><a class="wm-header__link" href="/explore">Explore the graph</a></div>
    </header>
    <div class="wm-width wm-guide">
      <nav class="wm-guide__list" aria-label="Guides">
          <ul>
            ${list}
          </ul>
      </nav>
      <main class="wm-guide__text" id="main" tabindex="-1">
        <h1>${title}</h1>
        ${guide?.body ?? START}
      </main>
    </div>
  </body>
</html>
`;
}
