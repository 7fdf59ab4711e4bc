import { collectDefaultMetrics, Registry } from "prom-client";

let registry: Registry | null = null;

/** What there is to know of this process: memory, processor time, descriptors, delay of the event loop. One for all servers in it, as they share it. */
export function processMetrics(): Registry {
  if (registry === null) {
    registry = new Registry();
    collectDefaultMetrics({ register: registry });
  }
  return registry;
}
