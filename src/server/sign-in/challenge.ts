import type { FaultCode } from "../../api/fault/fault-codes.ts";
import type { Arrived } from "../exchange/arrived.ts";

const aboutTokens: ReadonlySet<FaultCode> = new Set(["KEY_NOT_VALID", "TOKEN_NOT_VALID", "TOKEN_EXPIRED"]);

/** What a 401 says about how to sign in. A browser that is offered Basic asks for a password on the spot, so one is not offered it. */
export function challenge(request: Arrived, code?: FaultCode): string {
  const bearer = `Bearer realm="Waymark"${code !== undefined && aboutTokens.has(code) ? ', error="invalid_token"' : ""}`;
  const isBrowser = request.headers["sec-fetch-mode"] !== undefined && request.headers["sec-fetch-site"] !== undefined;
  return isBrowser ? bearer : `${bearer}, Basic realm="Waymark", charset="UTF-8"`;
}
