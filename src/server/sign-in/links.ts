import type { Drawers } from "../../ledger/drawers.ts";
import { fingerprintOf, newSecret } from "./secret.ts";
import { LINKS as drawer } from "./sign-in-drawers.ts";

/** Who speaks for people whom a link signs in: nobody but whoever started the server. */
export const localIssuer = "waymark:local";

const minutes = 30;

/** Links that sign somebody in once, within half an hour. Only a fingerprint of each is kept. */
export class Links {
  private readonly drawers: Drawers;

  constructor(drawers: Drawers) {
    this.drawers = drawers;
  }

  /** The secret of a new link for somebody. */
  async make(subject: string): Promise<string> {
    const secret = newSecret();
    await this.drawers.keep(drawer, fingerprintOf(secret), { owner: null, value: subject, until: new Date(Date.now() + minutes * 60_000) });
    return secret;
  }

  /** Whom the link is for, the first time that it is asked. */
  async use(secret: string): Promise<string | null> {
    return (await this.drawers.take(drawer, fingerprintOf(secret)))?.value ?? null;
  }
}
