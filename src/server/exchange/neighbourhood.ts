import { isIPv6 } from "node:net";

/** So many addresses are remembered, none longer than an address is: who asks from one asks again. */
const MOST = 1_000;
const LONGEST = 64;

const known = new Map<string, string>();

/** An address of IPv4, or the network that one subscriber has of IPv6. */
export function neighbourhood(address: string): string {
  const before = known.get(address);
  if (before !== undefined) return before;
  const found = networkOf(address);
  if (known.size >= MOST) known.clear();
  if (address.length <= LONGEST) known.set(address, found);
  return found;
}

function networkOf(address: string): string {
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
