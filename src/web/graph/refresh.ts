type Listener = (entry: number) => void;

const listeners = new Set<Listener>();

/** Calls with the number of an entry when what was read before it may read otherwise now, until the answer is called. */
export function onRefresh(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks anew for all that stands on the page and was read before this entry; for all of it unless one is given. What is there stays until the newer answer has come. */
export function refreshAll(entry = Infinity): void {
  for (const listener of listeners) listener(entry);
}
