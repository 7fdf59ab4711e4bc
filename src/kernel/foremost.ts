/** The first so many of these in an order; the others are not put in order. What is equal stays as it came. */
export function foremost<Item>(items: readonly Item[], most: number, isBefore: (one: Item, other: Item) => boolean): Item[] {
  const found: Item[] = [];
  for (const item of items) {
    const last = found.at(-1);
    if (found.length === most && (last === undefined || !isBefore(item, last))) continue;
    found.splice(found.findLastIndex((one) => !isBefore(item, one)) + 1, 0, item);
    if (found.length > most) found.pop();
  }
  return found;
}
