import { progressOf, tasksWaiting } from "../domain/partners/webhook/progress.ts";
import { allWebhooks } from "../domain/partners/webhook/store.ts";
import { LedgerFault } from "../ledger/fault.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Measures } from "../server/application.ts";

/** What there is to measure of a ledger at this moment: how far it is, what is held of it, and what waits to be sent. */
export async function measuresOf(ledger: Ledger): Promise<Measures> {
  const { tally } = ledger;
  return {
    head: ledger.head(), lagSeconds: ledger.lagSeconds(), written: tally.written, refused: tally.refused, snapshots: ledger.leased(), past: ledger.pastSize(),
    webhooks: await ifReached(webhooksIn(ledger)),
    backup: await ifReached(ledger.lastBackup()),
  };
}

async function webhooksIn(ledger: Ledger): Promise<NonNullable<Measures["webhooks"]>> {
  const webhooks = webhooksOf(ledger);
  const count = (status: string): number => webhooks.filter((webhook) => webhook.status === status).length;
  const present = webhooks.filter(({ status }) => status !== "ENDED");
  if (present.length === 0) return { active: 0, paused: 0, pending: 0, failing: 0 };
  const trying = (await Promise.all(present.map(async ({ id }) => (await progressOf(ledger.drawers, id, READ_FOR)).progress?.trying))).filter((each) => each !== null && each !== undefined);
  const asked = [...(await tasksWaiting(ledger.drawers)).values()].flat().length;
  const failing = trying.filter(({ tries }) => tries > 0).length;
  return { active: count("ACTIVE"), paused: count("PAUSED"), pending: trying.length - failing + asked, failing };
}

function webhooksOf(ledger: Ledger): ReturnType<typeof allWebhooks> {
  const lease = ledger.lease();
  try {
    return allWebhooks(lease.graph);
  } finally {
    lease.release();
  }
}

/** So old may be what is known of how far a webhook is, in milliseconds. */
const READ_FOR = 5_000;

/** What cannot be looked up just now, as the database that servers share is out of reach, is not known: the rest is told all the same. */
async function ifReached<Value>(looking: Promise<Value>): Promise<Value | null> {
  try {
    return await looking;
  } catch (error) {
    if (error instanceof LedgerFault) return null;
    throw error;
  }
}
