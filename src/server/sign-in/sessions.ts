import { z } from "zod";
import type { Drawers } from "../../ledger/drawers.ts";
import { LedgerFault } from "../../ledger/fault.ts";
import { fingerprintOf, newSecret } from "./secret.ts";
import { SESSIONS as drawer } from "./sign-in-drawers.ts";

/** How much time goes by before a session notes again that it is used. */
const noticeMilliseconds = 60_000;

/** So long after one server has ended a session another may still take it for good. */
const knownForMilliseconds = 2_000;

const value = z.object({ issuer: z.string(), endsAt: z.number(), usedAt: z.number() });

export interface SessionSettings {
  /** `SESSION_IDLE_HOURS`: a session that is not used for so long ends. */
  readonly idleHours: number;
  /** `SESSION_DAYS`: a session ends after so long, however it is used. */
  readonly days: number;
}

/** Somebody signed in with a browser. */
export interface Session {
  readonly accountId: string;
  /** The name of who signed them in. */
  readonly issuer: string;
}

/** Who is signed in: by a secret that only their browser has, and of which only a fingerprint is kept. */
export class Sessions {
  private readonly drawers: Drawers;
  private readonly settings: SessionSettings;

  constructor(drawers: Drawers, settings: SessionSettings) {
    this.drawers = drawers;
    this.settings = settings;
  }

  /** The longest that any session lasts. */
  get seconds(): number {
    return this.settings.days * 86_400;
  }

  /** Begins a session under a new secret, and gives the secret. */
  async begin({ accountId, issuer }: Session): Promise<string> {
    const secret = newSecret();
    const now = Date.now();
    await this.drawers.keep(drawer, fingerprintOf(secret), this.kept(accountId, { issuer, endsAt: now + this.seconds * 1_000, usedAt: now }));
    return secret;
  }

  /** The session that stands under a secret. Rejects with a LedgerFault where that cannot be looked up. Asking for it is using it. */
  async find(secret: string): Promise<Session | null> {
    const key = fingerprintOf(secret);
    const found = await this.drawers.find(drawer, key, knownForMilliseconds);
    if (found?.owner === undefined || found.owner === null) return null;
    const state = value.parse(JSON.parse(found.value));
    const now = Date.now();
    // Nobody waits for this, and who does not get to it now does at one of the next requests.
    if (now - state.usedAt > noticeMilliseconds) void this.drawers.renewIfFree(drawer, key, this.kept(found.owner, { ...state, usedAt: now }));
    return { accountId: found.owner, issuer: state.issuer };
  }

  /** Whether the session still stands, as far as can be said just now. To be asked is not to be used: whoever only watches is signed out like somebody who has gone. */
  async stands(secret: string): Promise<boolean> {
    try {
      return (await this.drawers.find(drawer, fingerprintOf(secret), knownForMilliseconds)) !== null;
    } catch (error) {
      if (error instanceof LedgerFault) return true;
      throw error;
    }
  }

  async end(secret: string): Promise<void> {
    await this.drawers.drop(drawer, fingerprintOf(secret));
  }

  private kept(owner: string, state: z.output<typeof value>) {
    const until = new Date(Math.min(state.endsAt, state.usedAt + this.settings.idleHours * 3_600_000));
    return { owner, value: JSON.stringify(state), until };
  }
}
