import ipaddr from "ipaddr.js";

/** What may be reached where messages to this machine and its neighbours are allowed; links, groups of receivers and what stands for no address never are. */
const PRIVATE: ReadonlySet<string> = new Set(["loopback", "private", "uniqueLocal", "carrierGradeNat"]);

/** Version 4 written as version 6 in a way that nobody uses any more, and which the library takes for ordinary addresses. */
const COMPATIBLE = ipaddr.IPv6.parse("::");

export interface AddressRules {
  readonly allowPrivate: boolean;
  /** Whether it is sent without encryption: then only to the machine itself. */
  readonly isPlain: boolean;
}

/** Whether something may be sent to an address of the internet protocol, v4 or v6. Of a name, each of its addresses is asked about. */
export function mayReach(address: string, { allowPrivate, isPlain }: AddressRules): boolean {
  if (!ipaddr.isValid(address)) return false;
  // Version 4 within version 6 is what it stands for.
  const parsed = ipaddr.process(address);
  const range = rangeOf(parsed);
  if (isPlain) return allowPrivate && range === "loopback";
  return range === "unicast" || (allowPrivate && PRIVATE.has(range));
}

function rangeOf(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  const range = address.range();
  return address instanceof ipaddr.IPv6 && range === "unicast" && address.match(COMPATIBLE, 96) ? "reserved" : range;
}
