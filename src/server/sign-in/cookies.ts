import type { ServerResponse } from "node:http";
import type { Arrived } from "../exchange/arrived.ts";

/** What a browser is asked to keep: who is signed in, what somebody who is signing in has to come back with, and what they did last. */
export type CookieName = "waymark" | "waymark-signing-in" | "waymark-entry";

/** Cookies that no script reads and no other site's form sends; over https, none that another host could have set. */
export class Cookies {
  private readonly secure: boolean;

  constructor(secure: boolean) {
    this.secure = secure;
  }

  read(request: Arrived, name: CookieName): string | undefined {
    const wanted = `${this.full(name)}=`;
    const found = request.headers.cookie?.split(";").map((pair) => pair.trim()).find((pair) => pair.startsWith(wanted));
    return found?.slice(wanted.length);
  }

  /** The value is of letters that need no encoding. */
  set(response: ServerResponse, name: CookieName, value: string, seconds: number): void {
    this.tell(response, name, `${value}; Max-Age=${seconds}`, Date.now() + seconds * 1_000);
  }

  clear(response: ServerResponse, name: CookieName): void {
    this.tell(response, name, "", 0);
  }

  private full(name: CookieName): string {
    return this.secure ? `__Host-${name}` : name;
  }

  private tell(response: ServerResponse, name: CookieName, value: string, until: number): void {
    response.appendHeader("set-cookie", `${this.full(name)}=${value}; Path=/; Expires=${new Date(until).toUTCString()}; HttpOnly${this.secure ? "; Secure" : ""}; SameSite=Lax`);
  }
}
