import { lookup } from "node:dns/promises";
import { request as plainRequest, type IncomingMessage } from "node:http";
import { request as secureRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { wrongAddress } from "../../domain/partners/webhook/rules.ts";
import type { TryOutcome } from "../../domain/partners/webhook/delivery.ts";
import { mayReach } from "./guard.ts";

/** What came of one try. */
export interface Posted {
  readonly outcome: TryOutcome;
  readonly status: number | null;
  /** What the receiver's Retry-After says. */
  readonly retryAfter: string | null;
}

/** Sends a body to an address once, until the signal says to stop; never rejects. */
export type Post = (address: string, headers: Readonly<Record<string, string>>, body: string, stopping: AbortSignal) => Promise<Posted>;

/** An address of a name, and its version. */
interface Address {
  readonly address: string;
  readonly family: number;
}

export interface PostSettings {
  /** `WEBHOOK_ALLOW_PRIVATE`: whether this machine and its neighbours may be sent to. */
  readonly allowPrivate: boolean;
  /** Finds all addresses of a name. */
  readonly resolve?: (name: string) => Promise<readonly Address[]>;
  /** How long one try may take. */
  readonly milliseconds?: number;
}

const LONGEST_TRY = 15_000;

/** What a receiver answers is not read further: its status tells all. */
const MOST_READ = 16 * 1_024;

/**
 * Sends to addresses that may be reached. A name is looked up once, each of its addresses is judged, and the connection is made to
 * these very addresses: whoever answers otherwise a moment later has no say in it. Nothing is followed, and no connection is kept.
 */
export function poster({ allowPrivate, resolve = addressesOf, milliseconds = LONGEST_TRY }: PostSettings): Post {
  return async (address, headers, body, stopping) => {
    const signal = AbortSignal.any([AbortSignal.timeout(milliseconds), stopping]);
    if (wrongAddress(address) !== null) return failed("ADDRESS_REFUSED");
    const url = new URL(address);
    try {
      const name = url.hostname.replaceAll(/[[\]]/g, "");
      const version = isIP(name);
      const addresses = version === 0 ? await within(signal, resolve(name)) : [{ address: name, family: version }];
      if (addresses.length === 0) return failed("UNREACHABLE");
      const isPlain = url.protocol === "http:";
      if (!addresses.every((one) => mayReach(one.address, { allowPrivate, isPlain }))) return failed("ADDRESS_REFUSED");
      return await send(url, headers, body, { addresses, signal });
    } catch {
      // No name, no connection, no certificate that counts: whatever it was, nothing was delivered, and it is tried again.
      return failed(signal.aborted ? "TIMED_OUT" : "UNREACHABLE");
    }
  };
}

function failed(outcome: TryOutcome): Posted {
  return { outcome, status: null, retryAfter: null };
}

async function addressesOf(name: string): Promise<readonly Address[]> {
  return lookup(name, { all: true });
}

async function send(url: URL, headers: Readonly<Record<string, string>>, body: string, { addresses, signal }: { readonly addresses: readonly Address[]; readonly signal: AbortSignal }): Promise<Posted> {
  const request = url.protocol === "https:" ? secureRequest : plainRequest;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(url, { method: "POST", agent: false, signal, lookup: only(addresses), headers: { ...headers, "content-type": "application/json", "content-length": Buffer.byteLength(body), "user-agent": "Waymark-Webhooks", connection: "close" } });
    // An answer that comes before all is sent is an answer; what breaks after it breaks its reading.
    sent.on("response", resolve);
    sent.on("error", reject);
    sent.end(body);
  });
  const status = response.statusCode ?? 0;
  const retryAfter = response.headers["retry-after"] ?? null;
  const outcome = status >= 200 && status < 300 ? await wholly(response, signal) : status === 410 ? "GONE" : status >= 300 && status < 400 ? "REDIRECTED" : "REFUSED";
  response.destroy();
  return { outcome, status, retryAfter };
}

/** A receiver that says yes and then breaks off, or does not come to an end, may not have taken it. One that says more than anybody wants to know has. */
async function wholly(response: IncomingMessage, signal: AbortSignal): Promise<TryOutcome> {
  let read = 0;
  try {
    for await (const chunk of response) {
      read += Buffer.byteLength(String(chunk));
      if (read > MOST_READ) return "DELIVERED";
    }
    return response.complete ? "DELIVERED" : "CUT_OFF";
  } catch {
    return signal.aborted ? "TIMED_OUT" : "CUT_OFF";
  }
}

/** Answers with these addresses, whatever is asked. */
function only(addresses: readonly Address[]): LookupFunction {
  return (_name, { all }, answer) => {
    const [first] = addresses;
    if (all === true) answer(null, [...addresses]);
    else answer(null, first?.address ?? "", first?.family);
  };
}

/** Rejects when the time is up, whatever the promise does. */
async function within<Result>(signal: AbortSignal, promise: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => { reject(new Error("The time is up.")); });
    promise.then(resolve, reject);
  });
}
