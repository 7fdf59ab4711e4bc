import { IncomingMessage } from "node:http";

/** A request, and what it says of where it comes from. What express has in its hands is one too. */
export interface Arrived extends IncomingMessage {
  /** The address of whoever asks. */
  readonly ip: string | undefined;
  /** Whether it came over https. */
  readonly secure: boolean;
}

export type Arriving = typeof IncomingMessage & (new (...args: ConstructorParameters<typeof IncomingMessage>) => Arrived);

/** Makes requests that say what express would let them say, without being in its hands. So many servers in front of this one are believed: the last that each header names, and what it says of https, which this server does not speak itself. */
export function arrivingBehind(trustedProxies: number): Arriving {
  return class extends IncomingMessage implements Arrived {
    get ip(): string | undefined {
      const { remoteAddress } = this.socket;
      if (trustedProxies === 0) return remoteAddress;
      const addresses = [remoteAddress, ...listed(this.headers["x-forwarded-for"]).toReversed()];
      return addresses[Math.min(trustedProxies, addresses.length - 1)];
    }

    get secure(): boolean {
      return trustedProxies > 0 && listed(this.headers["x-forwarded-proto"])[0] === "https";
    }
  };
}

/** What stands behind the question mark of an address, with it. */
export function searchOf({ url = "" }: IncomingMessage): string {
  const start = url.indexOf("?");
  return start === -1 ? "" : url.slice(start);
}

/** What stands in a header to which each server on the way adds. */
function listed(header: string | string[] | undefined): string[] {
  return String(header ?? "").split(",").map((one) => one.trim()).filter((one) => one !== "");
}
