const longest = 80;

/** What somebody wrote, in quotation marks for a message, and cut where it would drown the message. */
export function quoted(text: string): string {
  const letters = Array.from(text);
  return letters.length <= longest ? `“${text}”` : `“${letters.slice(0, longest).join("")}…”`;
}
