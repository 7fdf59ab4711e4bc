import { Counter, Gauge, Registry } from "prom-client";
import type { Measures } from "../application.ts";
import { knownCode } from "./known-codes.ts";

/** What the server counts itself while it is asked. */
export interface Open {
  readonly connections: number;
  readonly operations: number;
  readonly sockets: number;
  readonly kept: { readonly hits: number; readonly misses: number; readonly answers: number; readonly bytes: number };
}

/** A registry of what stands at this moment: made anew each time, so that what cannot be known just now is left out instead of being old. */
export function measured({ head, lagSeconds, written, refused, snapshots, past, webhooks, backup }: Measures, open: Open): Registry {
  const registry = new Registry();
  const registers = [registry];
  const gauge = (name: string, help: string, value: number): void => { new Gauge({ name: `waymark_${name}`, help, registers }).set(value); };

  gauge("ledger_head_entry", "The number of the last entry that this server has.", head);
  gauge("ledger_lag_seconds", "How long ago this server last knew that it has all that the shared ledger's database has; 0 where the ledger is a file.", lagSeconds);
  new Counter({ name: "waymark_entries_written_total", help: "Entries that this process wrote.", registers }).inc(written);
  const refusals = new Counter({ name: "waymark_acts_refused_total", help: "Acts that this process refused, by the first thing that stood in the way.", labelNames: ["code"], registers });
  for (const [code, times] of refused) refusals.inc({ code: knownCode(code) }, times);
  gauge("snapshots_open", "Entries at which something is being read.", snapshots);
  gauge("past_graphs", "Graphs of the past that are kept in memory.", past.graphs);
  gauge("past_graphs_bytes", "Memory that they take.", past.bytes);

  gauge("connections_open", "Connections that clients have open.", open.connections);
  const streams = new Gauge({ name: "waymark_streams_open", help: "Operations that are followed over a stream, and WebSockets that are open.", labelNames: ["kind"], registers });
  streams.set({ kind: "operation" }, open.operations);
  streams.set({ kind: "socket" }, open.sockets);

  const lookedFor = new Counter({ name: "waymark_kept_answers_total", help: "Queries for which an answer was kept, and those for which none was.", labelNames: ["outcome"], registers });
  lookedFor.inc({ outcome: "hit" }, open.kept.hits);
  lookedFor.inc({ outcome: "miss" }, open.kept.misses);
  gauge("kept_answers", "Answers that are kept.", open.kept.answers);
  gauge("kept_answers_bytes", "Memory that they take, about.", open.kept.bytes);

  if (webhooks !== null) {
    const hooks = new Gauge({ name: "waymark_webhooks", help: "Webhooks by what becomes of them: a paused one has failed too often, or somebody paused it.", labelNames: ["status"], registers });
    hooks.set({ status: "active" }, webhooks.active);
    hooks.set({ status: "paused" }, webhooks.paused);
    const deliveries = new Gauge({ name: "waymark_webhook_deliveries", help: "Deliveries that are not done: pending ones wait or are being tried for the first time, failing ones were tried in vain and are tried again.", labelNames: ["state"], registers });
    deliveries.set({ state: "pending" }, webhooks.pending);
    deliveries.set({ state: "failing" }, webhooks.failing);
  }
  if (backup !== null) {
    gauge("backup_last_timestamp_seconds", "When the last backup was made, in seconds of the epoch. Missing where none ever was.", Math.floor(backup.at.getTime() / 1_000));
    gauge("backup_last_entry", "The last entry in the last backup.", backup.entry);
  }
  return registry;
}
