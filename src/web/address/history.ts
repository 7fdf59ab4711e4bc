import { addressOf, type Address } from "./address.ts";

/** How the reader came to where they are now. */
export type Arrival = "opened" | "followed" | "returned" | "adjusted";

type Listener = () => void;

interface Mark {
  readonly scrollY: number;
}

const listeners = new Set<Listener>();
let here = addressOf(location);
let arrival: Arrival = "opened";

/** The address now: the same object until it changes. */
export function currentAddress(): Address {
  return here;
}

export function lastArrival(): Arrival {
  return arrival;
}

/** Tells of every change of address until the answer is called. */
export function onAddress(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Goes to another page of ours, as a link does. */
export function go(href: string): void {
  remember();
  history.pushState(null, "", href);
  arrive("followed");
}

/** Says in the address what the reader chose on this page. Going back leaves the page; it does not undo one choice after another. */
export function adjust(href: string): void {
  history.replaceState(history.state, "", href);
  arrive("adjusted");
}

/** How far down the reader was when they left the page to which they have now come back. */
export function scrolledTo(): number {
  return isMark(history.state) ? history.state.scrollY : 0;
}

/** Follows the browser's own buttons from now on. */
export function followHistory(): void {
  history.scrollRestoration = "manual";
  addEventListener("popstate", () => { arrive("returned"); });
}

function arrive(how: Arrival): void {
  arrival = how;
  here = addressOf(location);
  for (const listener of listeners) listener();
}

function remember(): void {
  const mark: Mark = { scrollY };
  history.replaceState(mark, "");
}

function isMark(state: unknown): state is Mark {
  return typeof state === "object" && state !== null && "scrollY" in state && typeof state.scrollY === "number";
}
