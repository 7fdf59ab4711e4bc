const listeners = new Set<() => void>();

/** Calls when what stands on the page may have changed elsewhere, until the answer is called. */
export function onRefresh(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks anew for all that stands on the page. What is there stays until the newer answer has come. */
export function refreshAll(): void {
  for (const listener of listeners) listener();
}
