import type { Aside } from "../../ledger/aside.ts";
import { fingerprintOf, newSecret } from "./secret.ts";

/** Who speaks for people whom a link signs in: nobody but whoever started the server. */
export const localIssuer = "waymark:local";

const drawer = "sign-in links";
const minutes = 30;

/** Links that sign somebody in once, within half an hour. Only a fingerprint of each is kept. */
export class Links {
  private readonly aside: Aside;

  constructor(aside: Aside) {
    this.aside = aside;
  }

  /** The secret of a new link for somebody. */
  async make(subject: string): Promise<string> {
    const secret = newSecret();
    await this.aside.keep(drawer, fingerprintOf(secret), { owner: null, value: subject, until: new Date(Date.now() + minutes * 60_000) });
    return secret;
  }

  /** Whom the link is for, the first time that it is asked. */
  async use(secret: string): Promise<string | null> {
    return (await this.aside.take(drawer, fingerprintOf(secret)))?.value ?? null;
  }
}
