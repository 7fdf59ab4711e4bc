/** Several texts in one cell, so that they can be told apart again whatever stands in them. */
export function listCell(items: readonly string[]): string | null {
  return items.length === 0 ? null : items.map((item) => item.replaceAll(/[\\|]/g, "\\$&")).join(" | ");
}
