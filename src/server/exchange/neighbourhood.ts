import { isIPv6 } from "node:net";

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
