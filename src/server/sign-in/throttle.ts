import { isIPv6 } from "node:net";

const windowMilliseconds = 60_000;

/** So many addresses are remembered; who fails from more at once has more than this can stop. */
const mostAddresses = 10_000;

interface Tries {
  count: number;
  readonly until: number;
}

/** An attempt that was let through: one that succeeds is not counted. */
export type Attempt = { readonly succeeded: () => void } | { readonly waitSeconds: number };

/** Lets only so many attempts fail from one address within a minute. */
export class Throttle {
  private readonly most: number;
  private readonly tries = new Map<string, Tries>();

  constructor(most: number) {
    this.most = most;
  }

  /** Counts as failed until it succeeds: attempts made at once are counted before any of them is judged. */
  attempt(address: string | undefined): Attempt {
    const tries = this.of(neighbourhood(address ?? ""));
    if (tries.count >= this.most) return { waitSeconds: Math.max(1, Math.ceil((tries.until - Date.now()) / 1_000)) };
    tries.count += 1;
    return { succeeded: () => { tries.count -= 1; } };
  }

  private of(address: string): Tries {
    const known = this.tries.get(address);
    if (known !== undefined && known.until > Date.now()) return known;
    this.tries.delete(address);
    const [oldest] = this.tries.keys();
    if (oldest !== undefined && this.tries.size >= mostAddresses) this.tries.delete(oldest);
    const tries = { count: 0, until: Date.now() + windowMilliseconds };
    this.tries.set(address, tries);
    return tries;
  }
}

/** An address of IPv4, or the network that one subscriber has of IPv6. */
export function neighbourhood(address: string): string {
  const bare = address.replace(/%.*$/, "").replace(/^::ffff:(?=\d+\.)/i, "");
  if (!isIPv6(bare)) return bare;
  const [head = "", tail] = bare.split("::");
  const [before, after] = [groupsOf(head), groupsOf(tail ?? "")];
  const middle = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0");
  return [...before, ...middle, ...after].slice(0, 4).join(":");
}

function groupsOf(text: string): string[] {
  return text === "" ? [] : text.toLowerCase().split(":").map((group) => group.replace(/^0+(?=.)/, ""));
}
