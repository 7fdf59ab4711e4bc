import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from "jose";
import type { Configuration } from "oidc-provider";
import { onTestFinished, vi } from "vitest";

export const audience = "urn:waymark";
export const clientSecret = "a-secret-that-is-in-no-answer-and-no-log";

// It warns of what it is not for, which this is; of Node.js 20 it says that it is no longer tried there, and it works.
const quiet = vi.spyOn(console, "warn").mockImplementation(() => {});
const { Provider } = await import("oidc-provider");
quiet.mockRestore();

/** Somebody as this issuer knows them. */
export interface Known {
  readonly name?: string;
  readonly groups?: readonly string[];
}

interface Key {
  readonly id: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

/** A real OpenID provider on loopback, with its own pages for signing in and out. */
export interface TestIssuer {
  readonly url: string;
  /** How often its keys were fetched. */
  readonly fetches: () => number;
  /** Begins to answer, for a client at this address. */
  serve(clientUrl: string): Promise<void>;
  /** Signs with a new key from now on; the one before is gone. */
  rotate(): Promise<void>;
  /** Answers nothing any more, or again. */
  setDown(isDown: boolean): void;
  /** An access token as the provider makes it, for a program of its own. */
  token(resource?: string): Promise<string>;
  /** A token of any content, signed with the provider's key or another. */
  sign(claims: Readonly<Record<string, unknown>>, key?: CryptoKey, header?: Readonly<Record<string, string>>): Promise<string>;
}

async function newKey(): Promise<Key> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const id = crypto.randomUUID();
  return { id, privateKey, jwk: { ...(await exportJWK(privateKey)), kid: id, alg: "RS256", use: "sig" } };
}

const firstKey = await newKey();

const unavailable: RequestListener = (_request, response) => { response.writeHead(503).end(); };

export async function openIssuer(people: Readonly<Record<string, Known>> = {}): Promise<TestIssuer> {
  let key = firstKey;
  let answer = unavailable;
  let isDown = false;
  let keyFetches = 0;
  let client = "";
  const server = createServer((request, response) => {
    if (request.url === "/jwks") keyFetches += 1;
    if (isDown) request.socket.destroy();
    else answer(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => { server.closeAllConnections(); server.close(); });
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? String(address?.port) : ""}`;

  const serve = async (clientUrl: string): Promise<void> => {
    client = clientUrl;
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    const provider = new Provider(url, configuration(clientUrl, people, key));
    warned.mockRestore();
    provider.on("server_error", (_context, error) => { throw error; });
    const callback = provider.callback();
    answer = (request, response) => { void callback(request, response); };
  };
  return {
    url,
    fetches: () => keyFetches,
    serve,
    rotate: async () => {
      key = await newKey();
      await serve(client);
    },
    setDown: (down) => { isDown = down; },
    token: async (resource = audience) => {
      const response = await fetch(`${url}/token`, {
        method: "POST",
        body: new URLSearchParams({ grant_type: "client_credentials", resource, client_id: "robot", client_secret: clientSecret }),
      });
      const body: unknown = await response.json();
      if (typeof body !== "object" || body === null || !("access_token" in body)) throw new Error(JSON.stringify(body));
      return String(body.access_token);
    },
    sign: async (claims, other = key.privateKey, header = {}) =>
      new SignJWT({ iss: url, aud: audience, sub: "ann", exp: Math.floor(Date.now() / 1_000) + 60, ...claims }).setProtectedHeader({ alg: "RS256", kid: key.id, ...header }).sign(other),
  };
}

function configuration(clientUrl: string, people: Readonly<Record<string, Known>>, { jwk }: Key): Configuration {
  const names = new URL(clientUrl).origin;
  return {
    clients: [
      {
        client_id: "waymark",
        client_secret: clientSecret,
        token_endpoint_auth_method: "client_secret_post",
        redirect_uris: ["north", "south"].map((name) => `${names}/sign-in/${name}/callback`),
        post_logout_redirect_uris: [`${names}/sign-in`],
      },
      { client_id: "robot", client_secret: clientSecret, token_endpoint_auth_method: "client_secret_post", grant_types: ["client_credentials"], redirect_uris: [], response_types: [] },
    ],
    // The types of the provider's own copy of jose's JWK are narrower.
    jwks: { keys: [{ ...jwk, kty: "RSA" }] },
    cookies: { keys: ["test"] },
    claims: { openid: ["sub"], profile: ["name", "groups"] },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, ClientCredentials: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    features: {
      devInteractions: { enabled: true },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: (context, form) => { context.body = form; } },
      resourceIndicators: { enabled: true, getResourceServerInfo: (_context, resource) => ({ scope: "read", audience: resource, accessTokenFormat: "jwt", accessTokenTTL: 600 }) },
    },
    extraTokenClaims: () => ({ name: "Board robot", groups: ["robots"] }),
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  };
}
