import type { ServerResponse } from "node:http";
import type { Access, Asker, SignedInPerson } from "../application.ts";
import type { Settings } from "../settings/config.ts";
import type { Log } from "../log/log.ts";
import { isLoopback } from "../settings/loopback.ts";
import { StartError } from "../start/start-error.ts";
import { Cookies } from "./cookies.ts";
import { Issuer } from "./issuer.ts";
import { Links, localIssuer } from "./links.ts";
import { isOurs } from "./same-origin.ts";
import { Sessions } from "./sessions.ts";
import { Throttle } from "./throttle.ts";
import { WhoAsks, type Visitor } from "./who-asks.ts";
import type { Arrived } from "../exchange/arrived.ts";

/** A link that signs somebody in once. */
export interface SignInLink {
  readonly label: string;
  readonly url: string;
}

export interface SignInParts {
  readonly access: Access;
  readonly settings: Settings;
  readonly log: Log;
  /** Where browsers find this server; known once it listens. */
  readonly base: () => string;
}

/** Everything about who asks: keys, access tokens, sessions, and the pages on which people sign in and out. */
export class SignIn {
  readonly access: Access;
  readonly issuers: readonly Issuer[];
  readonly sessions: Sessions;
  readonly cookies: Cookies;
  readonly links: Links;
  readonly throttle: Throttle;
  readonly log: Log;
  readonly base: () => string;
  private readonly settings: Settings;
  private readonly whoAsks: WhoAsks;

  constructor({ access, settings, log, base }: SignInParts) {
    const { issuers, publicUrl, session } = settings.signIn;
    this.access = access;
    this.settings = settings;
    this.log = log;
    this.base = base;
    this.issuers = issuers.map((issuer) => new Issuer(issuer));
    this.sessions = new Sessions(access.drawers, session);
    this.cookies = new Cookies(publicUrl?.startsWith("https:") === true);
    this.links = new Links(access.drawers);
    this.throttle = new Throttle(settings.limits.failedSignIns);
    this.whoAsks = new WhoAsks({
      access,
      issuers: this.issuers,
      sessions: this.sessions,
      cookies: this.cookies,
      throttle: this.throttle,
      publicRead: settings.publicRead,
      base,
      signsIn: (issuer) => (issuer === localIssuer ? this.isUnconfigured() : this.issuers.some(({ settings: { name } }) => name === issuer)),
    });
  }

  /** Who sends a request; null for somebody who shows nothing, where they may ask. */
  async asker(request: Arrived, response: ServerResponse): Promise<Asker | null> {
    return (await this.whoAsks.of(request, response)).asker;
  }

  /** The same of somebody who stays: with an Authorization that was sent in the place of the header, where one was. */
  async visitor(request: Arrived, response: ServerResponse, authorization?: string): Promise<Visitor> {
    return this.whoAsks.of(request, response, authorization);
  }

  /** Whether a request comes from a page of this server, or from no page at all. */
  isOurs(request: Arrived): boolean {
    return isOurs(request, this.base());
  }

  /** Whether a browser that asks for a page is signed in. */
  async isSignedIn(request: Arrived): Promise<boolean> {
    return (await this.whoAsks.accountOf(request)) !== null;
  }

  /** Makes the account of somebody who has said who they are, and begins a session in their browser; one that was there ends. */
  async begin(request: Arrived, response: ServerResponse, person: SignedInPerson, issuer: string): Promise<void> {
    const accountId = await this.access.signedIn(person);
    await this.end(request, response);
    this.cookies.set(response, "waymark", await this.sessions.begin({ accountId, issuer }), this.sessions.seconds);
    this.log.info({ issuer }, "signed in");
  }

  /** Ends the session of a browser, and gives the issuer that began it. */
  async end(request: Arrived, response: ServerResponse): Promise<Issuer | undefined> {
    const cookie = this.cookies.read(request, "waymark");
    if (cookie === undefined) return undefined;
    const session = await this.sessions.find(cookie);
    await this.sessions.end(cookie);
    this.cookies.clear(response, "waymark");
    return this.issuers.find(({ settings }) => settings.name === session?.issuer);
  }

  /** Nobody can sign in but by a link, and only from this machine. */
  isUnconfigured(): boolean {
    return this.issuers.length === 0 && isLoopback(this.settings.host) && !this.access.hasAnyKey();
  }

  /** Refuses to serve where others can reach a server that nobody could sign in to. */
  refuseUnguarded(): void {
    const { host } = this.settings;
    if (isLoopback(host) || this.issuers.length > 0 || this.access.hasAnyKey()) return;
    throw new StartError(`HOST ${host} can be reached from other machines, and nobody could sign in. Name who signs people in, in SIGN_IN, or make a key: waymark key NAME --role ROLE --for everything`);
  }

  /** New links for whoever has just started a server that nobody has configured; none otherwise. */
  async newLinks(): Promise<readonly SignInLink[]> {
    if (!this.isUnconfigured()) return [];
    return Promise.all(this.access.localPeople().map(async ({ subject, label }) => ({ label, url: `${this.base()}/sign-in/link/${await this.links.make(subject)}` })));
  }
}
