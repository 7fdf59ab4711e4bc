import type { Arrived } from "../exchange/arrived.ts";

/**
 * Whether a request that carries a cookie comes from a page of this server. The browser says so itself in Sec-Fetch-Site; an
 * older one says in Origin where the page is from. What changes something and says neither is not taken for one of ours.
 */
export function isOurs(request: Arrived, base: string): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin, host } = request.headers;
  if (origin === undefined) return request.method === "GET" || request.method === "HEAD";
  return origin === new URL(base).origin || (host !== undefined && hostOf(origin) === host);
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
