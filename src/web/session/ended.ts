let hasEnded = false;
const listeners = new Set<() => void>();

/** Whether the sign-in with which this window was opened has ended since. Signing in again opens it anew. */
export function sessionHasEnded(): boolean {
  return hasEnded;
}

/** Notes that it has. */
export function endSession(): void {
  hasEnded = true;
  for (const listener of listeners) listener();
}

/** Tells when it ends, until the answer is called. */
export function onSessionEnd(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
