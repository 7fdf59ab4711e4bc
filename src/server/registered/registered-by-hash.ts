import type { Registered } from "./registered.ts";

/** Registered operations where Apollo looks for those that were sent before: a front end may send the hash alone, and nothing is added by sending it. */
export class RegisteredByHash {
  private readonly registered: Registered;

  constructor(registered: Registered) {
    this.registered = registered;
  }

  async get(key: string): Promise<string | undefined> {
    return this.registered.withHash(key.replace(/^apq:/, ""));
  }

  async set(): Promise<void> {}

  async delete(): Promise<void> {}
}
