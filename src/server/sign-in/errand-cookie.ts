import { z } from "zod";
import type { Errand } from "./issuer.ts";
import { newSecret } from "./secret.ts";

/** How long somebody may take to say who they are. */
export const errandSeconds = 600;

/** A sign-in under way: with which issuer, what has to come back, and where to go then. */
const underWay = z.object({ issuer: z.string(), state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() });

export type UnderWay = z.output<typeof underWay> & Errand;

export function begun(issuer: string, to: string): UnderWay {
  return { issuer, state: newSecret(), nonce: newSecret(), verifier: newSecret(), to };
}

/** As it stands in a cookie of the browser that went: nobody else can come back for it, and nothing is kept here. */
export function written(errand: UnderWay): string {
  return Buffer.from(JSON.stringify(errand)).toString("base64url");
}

export function read(cookie: string | undefined): UnderWay | null {
  if (cookie === undefined) return null;
  try {
    return underWay.safeParse(JSON.parse(Buffer.from(cookie, "base64url").toString("utf8"))).data ?? null;
  } catch {
    return null;
  }
}

/** A place on this server, and on no other. */
export function placeHere(to: string | null): string {
  return to !== null && to.length < 1_000 && /^\/(?![/\\])[\u0021-\u007e]*$/.test(to) && !to.includes("\\") ? to : "/";
}
