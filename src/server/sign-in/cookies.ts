import type { Request, Response } from "express";

/** What a browser is asked to keep: who is signed in, what somebody who is signing in has to come back with, and what they did last. */
export type CookieName = "waymark" | "waymark-signing-in" | "waymark-entry";

/** Cookies that no script reads and no other site's form sends; over https, none that another host could have set. */
export class Cookies {
  private readonly secure: boolean;

  constructor(secure: boolean) {
    this.secure = secure;
  }

  read(request: Request, name: CookieName): string | undefined {
    const wanted = `${this.full(name)}=`;
    const found = request.headers.cookie?.split(";").map((pair) => pair.trim()).find((pair) => pair.startsWith(wanted));
    return found?.slice(wanted.length);
  }

  /** The value is of letters that need no encoding. */
  set(response: Response, name: CookieName, value: string, seconds: number): void {
    response.cookie(this.full(name), value, { ...this.options(), maxAge: seconds * 1_000 });
  }

  clear(response: Response, name: CookieName): void {
    response.clearCookie(this.full(name), this.options());
  }

  private full(name: CookieName): string {
    return this.secure ? `__Host-${name}` : name;
  }

  private options() {
    return { path: "/", httpOnly: true, sameSite: "lax", secure: this.secure } as const;
  }
}
