import * as fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { asMarkdown } from "../../src/kernel/markdown.ts";

/** A line of a list with a title in it, as readers of Markdown show it. */
const shown = (title: string): string => micromark(`- **${asMarkdown(title)}** (${asMarkdown(title)}): said`, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });

/** The same for text that means nothing but itself. */
function plain(title: string): string {
  const text = title.trim().replaceAll(/\s+/g, " ").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
  return `<ul>\n<li><strong>${text}</strong> (${text}): said</li>\n</ul>`;
}

describe("text as Markdown", () => {
  it.each([
    "# Heading", "**bold** _slanted_ ~~struck~~ `code`", "[link](https://example.org)", "![picture](x.png)", "<script>alert(1)</script>", "<b>", "&lt;b&gt; &amp;amp;",
    "https://example.org/a?b=c", "See www.example.org or WWW.example.org", "somebody@example.org", "a | b", "1. one", "- item", "\\*", "two\nlines\n\n# and more", "[^1] note", "\\", "*", "C:\\x", "a\u00A0b",
  ])("shows %s as it is, with no markup of its own", (title) => {
    expect(shown(title)).toBe(plain(title));
  });

  it("does so for any text", () => {
    const sign = fc.constantFrom(..."\\`*_{}[]<>()#+-.!|~&:@^=$\"'/ \n\t0aw;".split(""), "www.", "http://", "<a href=", "&#42;", "é", "—");
    const text = fc.array(sign, { minLength: 1, maxLength: 30 }).map((signs) => `a${signs.join("")}z`);
    fc.assert(fc.property(text, (title) => { expect(shown(title)).toBe(plain(title)); }), { numRuns: 1_000 });
  });

  it("leaves plain words as people write them", () => {
    expect(asMarkdown("Charter launched: “Kindness first” (5 July 2024), 3.5% more - and so on.")).toBe("Charter launched: “Kindness first” (5 July 2024), 3.5% more - and so on.");
  });
});
