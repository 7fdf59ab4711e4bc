import type { ServerResponse } from "node:http";
import { counted } from "../limits/counted.ts";
import { httpRefusal } from "../errors/http-refusal.ts";
import type { Limits } from "../limits/limits.ts";
import { Windows } from "./windows.ts";

/** What an answer says of what its asker has left. */
export interface CostTold {
  /** What this operation costs, in points. */
  readonly requested: number;
  /** What may be asked for within a minute. */
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: string;
}

/** What one request costs whatever it asks for, and what it costs to read a whole table or calendar, or to try a file. */
export const PRICE = { request: 1, table: 200, calendar: 20, import: 500 } as const;

/** What each client may ask for within a minute: an account or a key from wherever it comes, and an address from which nobody signed in. */
export class Budgets {
  private readonly windows: Windows;

  constructor({ costPerMinute }: Pick<Limits, "costPerMinute">) {
    this.windows = new Windows(costPerMinute);
  }

  /** Takes points from what a client has left, or refuses the request with when to come again. */
  spend(client: string, points: number): CostTold {
    const { isTaken, remaining, resetAt, resetInWords } = this.windows.take(client, points);
    const limit = this.windows.most;
    if (isTaken) return { requested: points, limit, remaining, resetAt: resetInWords };
    const wait = secondsUntil(resetAt);
    throw httpRefusal(
      429, "RATE_LIMITED",
      `This would cost ${counted(points)} ${points === 1 ? "point" : "points"}, and of the ${counted(limit)} that you may use within a minute ${counted(remaining)} are left. Nothing was changed. Send it again in ${counted(wait)} seconds, or ask for less: fewer records a page, fewer lists within lists.`,
      { "retry-after": String(wait), ...headersFor({ limit, remaining, resetAt: resetInWords }) },
    );
  }

  /** The same of a request that is answered beside the graph, told in the headers of its answer. */
  charge(response: ServerResponse, client: string, points: number): void {
    for (const [name, value] of Object.entries(headersFor(this.spend(client, points)))) response.setHeader(name, value);
  }
}

/** What is left, as headers: points, and seconds until there are as many again. */
export function headersFor({ limit, remaining, resetAt }: Pick<CostTold, "limit" | "remaining" | "resetAt">): Readonly<Record<string, string>> {
  return { "ratelimit-limit": String(limit), "ratelimit-remaining": String(remaining), "ratelimit-reset": String(secondsUntil(Date.parse(resetAt))) };
}

function secondsUntil(instant: number): number {
  return Math.max(1, Math.ceil((instant - Date.now()) / 1_000));
}
