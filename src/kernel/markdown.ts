/**
 * Text as Markdown that reads as that text and nothing else: on one line, and no sign in it makes a heading, a link, markup or
 * HTML. It is to stand within a line, after other words.
 */
export function asMarkdown(text: string): string {
  return text
    .trim()
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\\`*_[\]{}~|#@$^!]/g, String.raw`\$&`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    // Some readers of Markdown make links and pictures of these by themselves.
    .replaceAll(/:(?=\/\/|[\w+-]+:)/g, String.raw`\:`)
    .replaceAll(/www\./gi, (found) => `${found.slice(0, -1)}${String.raw`\.`}`);
}
