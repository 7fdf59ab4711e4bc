import type { Role } from "../../../src/api/access/role.ts";
import type { Viewer } from "../../../src/api/access/viewer.ts";
import { makeKey, viewerOf } from "../../../src/domain/partners/access/signing-in.ts";
import type { Courier } from "../../../src/feeds/webhooks/courier.ts";
import { poster, type PostSettings } from "../../../src/feeds/webhooks/post.ts";
import type { Works } from "../../../src/feeds/webhooks/works.ts";
import { londonDay, readDay } from "../../../src/kernel/day.ts";
import { createLog } from "../../../src/server/log/log.ts";
import { webhooksOver } from "../../../src/serve/webhooks.ts";
import { openWorld, type World } from "../../support/domain-world.ts";

/** A tracker with webhooks, whose clock the test moves. */
export interface Hooked {
  readonly world: World;
  readonly system: string;
  readonly programme: string;
  readonly courier: Courier;
  readonly clock: HandClock;
  /** One more process that sends for the same ledger. */
  readonly another: (instead?: Partial<Works>) => Courier;
  readonly keyed: (role: Role, holdsFor: string | null) => Promise<Viewer>;
  readonly hook: (owner: Viewer, address: string, types?: readonly string[]) => Promise<{ readonly id: string; readonly secret: string }>;
  readonly shown: (viewer: Viewer) => Promise<Shown>;
  /** Does what is due, and moves the clock to what is due next, until nothing is within four days. */
  readonly untilDone: () => Promise<void>;
}

export interface Shown { readonly id: string; readonly version: number; readonly status: string; readonly pausedFor: string | null; readonly since: string }

export class HandClock {
  private now = Date.now();
  readonly read = (): Date => new Date(this.now);

  move(milliseconds: number): void {
    this.now += milliseconds;
  }

  set(moment: Date): void {
    this.now = Math.max(this.now, moment.getTime());
  }
}

const CREATE = "mutation ($webhook: CreateWebhookInput!) { createWebhook(webhook: $webhook) { secret webhook { id } problems { message } } }";

interface Created { readonly createWebhook: { readonly secret: string; readonly webhook: { readonly id: string } } }

/** Today in London: webhooks are told as of the day that it is. */
export const today = londonDay(new Date());

/** Where a receiver that does not answer is given up, so that a test need not wait for as long as one has. */
export const QUICK: PostSettings = { allowPrivate: true, milliseconds: 400 };

export async function openHooked(instead: Partial<Works> = {}): Promise<Hooked> {
  const world = await openWorld(today);
  const system = await world.given.place({ level: "SYSTEM" });
  const programme = await world.given.programme({ systemId: system });
  const clock = new HandClock();
  const faults: unknown[] = [];
  const log = createLog("info", { write: (line) => { faults.push(line); } });
  const another = (more: Partial<Works> = {}): Courier => webhooksOver(world.ledger, { smallNumber: 5, webhookAllowPrivate: true }, log, { clock: clock.read, time: async () => clock.read(), chance: () => 0, post: poster(QUICK), ...instead, ...more });
  const courier = another();
  return {
    world, system, programme, courier, clock, another,
    keyed: async (role, holdsFor) => {
      const { id } = await makeKey(world.ledger, { name: "A tool", role, holdsFor, expiresOn: readDay("2099-01-01"), actor: "test" });
      const lease = world.ledger.lease();
      try {
        return viewerOf(lease.graph, id, today);
      } finally {
        lease.release();
      }
    },
    hook: async (owner, address, types = []) => {
      const { createWebhook: { secret, webhook: { id } } } = await world.ask<Created>(owner, CREATE, { webhook: { address, types } });
      return { id, secret };
    },
    shown: async (viewer) => {
      const { webhooks: { nodes: [first] } } = await world.ask<{ webhooks: { nodes: Shown[] } }>(viewer, "{ webhooks { nodes { id version status pausedFor since } } }");
      if (first === undefined) throw new Error("There is no webhook.");
      return first;
    },
    untilDone: async () => {
      const end = clock.read().getTime() + 4 * 86_400_000;
      for (let rounds = 0; rounds < 200; rounds += 1) {
        const next = await courier.round();
        if (faults.length > 0) throw new Error(String(faults[0]));
        if (next === null || next.getTime() > end) return;
        clock.set(next);
      }
      throw new Error("It never comes to an end.");
    },
  };
}
