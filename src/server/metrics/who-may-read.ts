import type { Request } from "express";
import type { GraphQLError } from "graphql";
import { BlockList, isIPv6 } from "node:net";
import { httpRefusal } from "../errors/http-refusal.ts";
import { isSame } from "../sign-in/secret.ts";
import { Throttle } from "../sign-in/throttle.ts";

/** Who may read metrics. */
export interface MetricsSettings {
  /** `METRICS`: the networks from which they are read. */
  readonly networks: readonly string[];
  /** `METRICS_TOKEN`: what whoever asks from elsewhere sends; null where nobody does. */
  readonly token: string | null;
}

/** Judges who may read metrics: whoever has the token, and whoever is in one of the networks. */
export class MetricsReaders {
  private readonly networks = new BlockList();
  private readonly token: string | null;
  private readonly throttle: Throttle;

  constructor({ networks, token }: MetricsSettings, failedSignIns: number) {
    for (const network of networks) {
      const [address = "", prefix] = network.split("/");
      const family = isIPv6(address) ? "ipv6" : "ipv4";
      this.networks.addSubnet(address, prefix === undefined ? (family === "ipv6" ? 128 : 32) : Number(prefix), family);
    }
    this.token = token;
    this.throttle = new Throttle(failedSignIns);
  }

  /** Why this request may not read them; null where it may. */
  refusal(request: Request): GraphQLError | null {
    const { authorization } = request.headers;
    if (this.token !== null && authorization !== undefined) return this.withToken(request, authorization, this.token);
    if (this.isNear(request)) return null;
    if (this.token !== null) return httpRefusal(401, "UNAUTHENTICATED", "Send the token that METRICS_TOKEN holds, as a bearer token.", { "www-authenticate": 'Bearer realm="Waymark metrics"' });
    return httpRefusal(403, "FORBIDDEN", "Metrics are not read from where you are. Whoever runs this server names the networks in METRICS, or sets METRICS_TOKEN.");
  }

  private withToken({ ip }: Request, authorization: string, token: string): GraphQLError | null {
    const attempt = this.throttle.attempt(ip);
    if ("waitSeconds" in attempt) return httpRefusal(429, "TOO_MANY_ATTEMPTS", "Too many tokens were tried in vain from where you are. Wait a minute, then try again.", { "retry-after": String(attempt.waitSeconds) });
    if (!isSame(authorization, `Bearer ${token}`)) return httpRefusal(401, "UNAUTHENTICATED", "This is not the token that METRICS_TOKEN holds.", { "www-authenticate": 'Bearer realm="Waymark metrics", error="invalid_token"' });
    attempt.succeeded();
    return null;
  }

  /** What a proxy passes on that is not trusted may be from anywhere, however near the proxy is. */
  private isNear({ ip = "", headers, app }: Request): boolean {
    const isPassedOn = headers["x-forwarded-for"] !== undefined || headers["forwarded"] !== undefined || headers["x-real-ip"] !== undefined;
    if (isPassedOn && app.get("trust proxy") === 0) return false;
    const address = ip.replace(/%.*$/, "");
    return this.networks.check(address, isIPv6(address) ? "ipv6" : "ipv4");
  }
}
