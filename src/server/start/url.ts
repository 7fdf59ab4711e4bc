import type { AddressInfo } from "node:net";

/** Where a person on this machine finds a server that listens there. */
export function urlOf(host: string, address: AddressInfo | string | null): string {
  if (address === null || typeof address === "string") throw new TypeError("The server does not listen on a port.");
  const everywhere = host === "0.0.0.0" || host === "::";
  const name = host.includes(":") ? `[${host}]` : host;
  return `http://${everywhere ? "localhost" : name}:${address.port}`;
}
