import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from "jose";
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientSecretPost,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  type Configuration,
} from "openid-client";
import type { SignedInPerson } from "../application.ts";
import type { IssuerSettings } from "./issuer-settings.ts";
import { isTold, personIn, type Claims } from "./person.ts";

/** How far an issuer's clock may be from ours. */
export const skewSeconds = 60;

/** An issuer that does not answer is not asked again before this. */
const restMilliseconds = 5_000;

const timeoutSeconds = 5;

/** Signatures that need no shared secret. */
const algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"];

/** The issuer did not answer, or not as an issuer does: it may pass. */
export class IssuerUnavailable extends Error {
  override readonly name = "IssuerUnavailable";
}

/** A token that is not taken, and whether it only is too old. */
export class TokenRefused extends Error {
  override readonly name = "TokenRefused";
  readonly isExpired: boolean;

  constructor(isExpired: boolean, cause?: unknown) {
    super("This token is not taken.", { cause });
    this.isExpired = isExpired;
  }
}

/** What somebody takes along to the issuer, and has to come back with. */
export interface Errand {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** One who says who people are. Nothing is asked of it before somebody signs in with it, so that one that is down holds up nobody else. */
export class Issuer {
  readonly settings: IssuerSettings;
  private asked: Promise<Configuration> | null = null;
  private keys: { readonly address: string; readonly get: JWTVerifyGetKey } | null = null;

  constructor(settings: IssuerSettings) {
    this.settings = settings;
  }

  /** Where somebody goes to say who they are. */
  async signInUrl({ state, nonce, verifier }: Errand, redirectUri: string): Promise<URL> {
    return buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: redirectUri,
      scope: this.settings.scopes.join(" "),
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    });
  }

  /** Who came back with this answer of the issuer. Throws what openid-client holds against it. */
  async personAt(callback: URL, { state, nonce, verifier }: Errand): Promise<SignedInPerson> {
    const configuration = await this.configuration();
    const tokens = await authorizationCodeGrant(configuration, callback, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
    const claims = tokens.claims();
    if (claims === undefined) throw new TokenRefused(false);
    const told: Claims = isTold(claims, this.settings) || configuration.serverMetadata().userinfo_endpoint === undefined
      ? claims
      : { ...(await fetchUserInfo(configuration, tokens.access_token, claims.sub)), ...claims };
    return personIn(told, claims.sub, this.settings);
  }

  /** Whom an access token of this issuer speaks for. Throws a TokenRefused, or an IssuerUnavailable where its keys cannot be had. */
  async personWith(token: string): Promise<SignedInPerson> {
    const { audience, issuer } = this.settings;
    if (audience === undefined) throw new TokenRefused(false);
    const keys = await this.keySet();
    try {
      const { payload } = await jwtVerify(token, keys, { issuer, audience, algorithms, clockTolerance: skewSeconds, requiredClaims: ["sub", "exp"] });
      // Only what was made for a page to know who signed in has a nonce: it opens nothing here.
      if (payload.sub === undefined || payload["nonce"] !== undefined) throw new TokenRefused(false);
      return personIn(payload, payload.sub, this.settings);
    } catch (error) {
      if (error instanceof TokenRefused || error instanceof IssuerUnavailable) throw error;
      throw new TokenRefused(error instanceof errors.JWTExpired, error);
    }
  }

  /** Where somebody goes to sign out at the issuer too; null where it has no such place. */
  async signOutUrl(afterwards: string): Promise<URL | null> {
    const configuration = await this.configuration();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
    return buildEndSessionUrl(configuration, { post_logout_redirect_uri: afterwards });
  }

  /** What the issuer says of itself: asked once, and again a while after it did not answer. */
  private async configuration(): Promise<Configuration> {
    this.asked ??= this.ask();
    return this.asked;
  }

  private async ask(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const address = new URL(issuer);
    try {
      return await discovery(address, clientId, { [clockTolerance]: skewSeconds }, clientSecret === undefined ? None() : ClientSecretPost(clientSecret), {
        timeout: timeoutSeconds,
        execute: [enableNonRepudiationChecks, ...(address.protocol === "http:" ? [allowInsecureRequests] : [])],
      });
    } catch (error) {
      setTimeout(() => { this.asked = null; }, restMilliseconds).unref();
      throw new IssuerUnavailable(`${this.settings.name} did not answer.`, { cause: error });
    }
  }

  /** The issuer's keys, fetched when one is asked for that is not known, and not more often than every half a minute. */
  private async keySet(): Promise<JWTVerifyGetKey> {
    const address = (await this.configuration()).serverMetadata().jwks_uri;
    if (address === undefined) throw new IssuerUnavailable(`${this.settings.name} names no keys.`);
    if (this.keys?.address !== address) {
      const fetched = createRemoteJWKSet(new URL(address), { timeoutDuration: timeoutSeconds * 1_000 });
      this.keys = { address, get: async (...asked) => fetched(...asked).catch((error: unknown) => { throw isAboutKey(error) ? error : new IssuerUnavailable(`${this.settings.name} did not give its keys.`, { cause: error }); }) };
    }
    return this.keys.get;
  }
}

/** Whether the keys were there, and none was the token's. */
function isAboutKey(error: unknown): boolean {
  return [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported].some((kind) => error instanceof kind);
}
