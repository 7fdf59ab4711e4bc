/** Whether the page follows what is done elsewhere, and if not, why. */
export type LiveState =
  /** It does not, for nobody has asked it to, or it has not begun. */
  | { readonly kind: "idle" }
  | { readonly kind: "live" }
  /** The connection is interrupted, or the device has none, since then. It is tried again. */
  | { readonly kind: "interrupted" | "offline"; readonly since: Date }
  /** Whoever was signed in is so no longer. */
  | { readonly kind: "signed-out" };

export interface Live {
  readonly state: LiveState;
  /** When what stands on the page was last found to read otherwise; null where it was not. */
  readonly newsAt: Date | null;
}

type Listener = () => void;

const listeners = new Set<Listener>();
let live: Live = { state: { kind: "idle" }, newsAt: null };

/** The same object until something changes. */
export function currentLive(): Live {
  return live;
}

/** Tells of every change until the answer is called. */
export function onLive(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** An interruption lasts from its beginning, however often it is told. */
export function tellState(kind: LiveState["kind"]): void {
  if (live.state.kind === kind) return;
  tell({ ...live, state: kind === "interrupted" || kind === "offline" ? { kind, since: sinceWhen(live.state) } : { kind } });
}

/** What stands on the page reads otherwise than before. */
export function tellNews(): void {
  tell({ ...live, newsAt: new Date() });
}

/** What was news on one page is none on the next. */
export function forgetNews(): void {
  if (live.newsAt !== null) tell({ ...live, newsAt: null });
}

function sinceWhen(before: LiveState): Date {
  return "since" in before ? before.since : new Date();
}

function tell(next: Live): void {
  live = next;
  for (const listener of listeners) listener();
}
