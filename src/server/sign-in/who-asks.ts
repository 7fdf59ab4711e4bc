import type { ServerResponse } from "node:http";
import type { GraphQLError } from "graphql";
import { decodeJwt } from "jose";
import { LedgerFault } from "../../ledger/fault.ts";
import type { Access, Asker } from "../application.ts";
import { httpRefusal } from "../errors/http-refusal.ts";
import type { FaultCode } from "../../api/fault/fault-codes.ts";
import { Accounts } from "./accounts.ts";
import { credentialsIn, type Credentials } from "./authorization.ts";
import { challenge } from "./challenge.ts";
import type { Cookies } from "./cookies.ts";
import { IssuerUnavailable, skewSeconds, TokenRefused, type Issuer } from "./issuer.ts";
import { isOurs } from "./same-origin.ts";
import type { Sessions } from "./sessions.ts";
import type { Throttle } from "./throttle.ts";
import type { Arrived } from "../exchange/arrived.ts";

export interface WhoAsksParts {
  readonly access: Access;
  readonly issuers: readonly Issuer[];
  readonly sessions: Sessions;
  readonly cookies: Cookies;
  readonly throttle: Throttle;
  /** Whether somebody who did not sign in may ask. */
  readonly publicRead: boolean;
  /** Where this server is, for browsers. */
  readonly base: () => string;
  /** Whether a session made by this issuer stands. */
  readonly signsIn: (issuer: string) => boolean;
}

/** Who asks, and whether what they showed still counts: for whoever stays longer than one request. */
export interface Visitor {
  /** Null for somebody who shows nothing, where they may ask. */
  readonly asker: Asker | null;
  readonly stands: () => Promise<boolean>;
}

/**
 * Says who is asking: with a key, an access token, or a session's cookie; null for somebody who shows nothing. What is shown
 * and not good is refused: nobody is ever taken for somebody who did not sign in.
 */
export class WhoAsks {
  private readonly parts: WhoAsksParts;
  private readonly accounts: Accounts;

  constructor(parts: WhoAsksParts) {
    this.parts = parts;
    this.accounts = new Accounts(parts.access);
  }

  /** `authorization` is what stands there in a header, or what was sent in the place of one. */
  async of(request: Arrived, response: ServerResponse, authorization = request.headers.authorization): Promise<Visitor> {
    if (authorization !== undefined) return this.withCredentials(request, credentialsIn(authorization));
    const cookie = this.parts.cookies.read(request, "waymark");
    if (cookie !== undefined) return this.withSession(request, response, cookie);
    if (this.parts.publicRead) return { asker: null, stands: async () => true };
    throw refused(request, "UNAUTHENTICATED", "This server is not open to everybody. Sign in, or send a key.");
  }

  /** The account of a session that stands, for pages. */
  async accountOf(request: Arrived): Promise<string | null> {
    const cookie = this.parts.cookies.read(request, "waymark");
    return cookie === undefined ? null : this.accountIn(cookie);
  }

  private async withCredentials(request: Arrived, credentials: Credentials): Promise<Visitor> {
    const attempt = this.parts.throttle.attempt(request.ip);
    if ("waitSeconds" in attempt) throw tooManyAttempts(attempt.waitSeconds);
    try {
      const visitor = await this.judged(request, credentials);
      attempt.succeeded();
      return visitor;
    } catch (error) {
      if (!(error instanceof IssuerUnavailable)) throw error;
      attempt.succeeded();
      throw httpRefusal(503, "ISSUER_UNAVAILABLE", "Who issued this token does not answer just now, so it cannot be judged. Try again in a moment.", { "retry-after": "10" });
    }
  }

  private async judged(request: Arrived, credentials: Credentials): Promise<Visitor> {
    const { access } = this.parts;
    switch (credentials.kind) {
      case "KEY": {
        const holderId = access.keyHolder(credentials.secret);
        if (holderId === null) throw refused(request, "KEY_NOT_VALID", "This key opens nothing here: it is mistyped, has expired or was revoked. Ask whoever gave it to you for another.");
        return { asker: { holderId, isReadOnly: credentials.isBasic }, stands: async () => access.mayEnter(holderId) };
      }
      case "TOKEN": {
        const { person, until } = await this.personWith(request, credentials.token);
        const holderId = await this.accounts.of(person);
        return { asker: { holderId, isReadOnly: false }, stands: async () => Date.now() < until && access.mayEnter(holderId) };
      }
      case "OTHER":
        throw refused(request, "CREDENTIALS_NOT_UNDERSTOOD", "This Authorization header is not one that this server takes: Bearer with a key or an access token, or Basic with a key as the password.");
    }
  }

  private async personWith(request: Arrived, token: string) {
    try {
      const issuer = this.parts.issuers.find(({ settings }) => settings.issuer === issuerIn(token));
      if (issuer === undefined) throw new TokenRefused(false);
      return { person: await issuer.personWith(token), until: endOf(token) };
    } catch (error) {
      if (!(error instanceof TokenRefused)) throw error;
      if (error.isExpired) throw refused(request, "TOKEN_EXPIRED", "This access token has expired. Get a new one from who issued it.");
      throw refused(request, "TOKEN_NOT_VALID", "This access token is not taken here: it is damaged, from somebody this server does not know, or made out for something else.");
    }
  }

  private async withSession(request: Arrived, response: ServerResponse, cookie: string): Promise<Visitor> {
    if (!isOurs(request, this.parts.base())) {
      throw httpRefusal(403, "FOREIGN_ORIGIN", "This was sent from a page of another site, or does not say from where, and a sign-in counts for this server's own pages only. Other programs send a key or an access token.");
    }
    const holderId = await this.known(cookie);
    if (holderId !== null) return { asker: { holderId, isReadOnly: false }, stands: async () => (await this.parts.sessions.stands(cookie)) && this.parts.access.mayEnter(holderId) };
    this.parts.cookies.clear(response, "waymark");
    throw refused(request, "SESSION_ENDED", "Your sign-in has ended. What was saved stays. Sign in again to go on.");
  }

  /** The account of a session that stands. A session of which nobody can say whether it does has not ended: its browser keeps it, and asks again. */
  private async known(cookie: string): Promise<string | null> {
    try {
      return await this.accountIn(cookie);
    } catch (error) {
      if (!(error instanceof LedgerFault)) throw error;
      throw httpRefusal(503, "SIGN_IN_NOT_KNOWN", "Whether you are signed in cannot be looked up just now. Your sign-in has not ended, and nothing was changed. Try again in a moment.", { "retry-after": "2" });
    }
  }

  /** A session ends with its account, and when its issuer signs nobody in any more. */
  private async accountIn(cookie: string): Promise<string | null> {
    const { sessions, access, signsIn } = this.parts;
    const session = await sessions.find(cookie);
    if (session === null) return null;
    if (signsIn(session.issuer) && access.mayEnter(session.accountId)) return session.accountId;
    await sessions.end(cookie);
    return null;
  }
}

export function tooManyAttempts(waitSeconds: number): GraphQLError {
  return httpRefusal(429, "TOO_MANY_ATTEMPTS", "Too many sign-ins from your address have failed. Wait a minute, then try again.", { "retry-after": String(waitSeconds) });
}

function refused(request: Arrived, code: FaultCode, message: string): GraphQLError {
  return httpRefusal(401, code, message, { "www-authenticate": challenge(request, code) });
}

/** Who says that it issued a token, before anything of it is believed. */
function issuerIn(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

/** When a token that was found good is good no longer, in milliseconds. */
function endOf(token: string): number {
  return ((decodeJwt(token).exp ?? 0) + skewSeconds) * 1_000;
}
