import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { Exchange } from "../exchange/exchange.ts";
import { knownCode } from "./known-codes.ts";

/** An operation that no front end has registered, whatever its client calls it. */
const OTHER = "other";

/** What is counted of requests as they are answered. Nothing in a label comes from whoever asks: names are registered ones, codes documented ones. */
export class RequestMetrics {
  private readonly names: ReadonlySet<string>;
  private readonly seconds: Histogram<"kind" | "operation">;
  private readonly answers: Counter<"kind" | "code">;
  private readonly imports: Gauge;

  constructor(registry: Registry, names: ReadonlySet<string>) {
    const registers = [registry];
    this.names = names;
    this.seconds = new Histogram({
      name: "waymark_request_duration_seconds", help: "Requests that were answered once, and how long that took, by their kind and the name of the registered operation.",
      labelNames: ["kind", "operation"], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10], registers,
    });
    this.answers = new Counter({ name: "waymark_answers_total", help: "Answers by the kind of request and the first code in them: OK, or why not. A stream counts when it ends.", labelNames: ["kind", "code"], registers });
    this.imports = new Gauge({ name: "waymark_imports_running", help: "Imports that are being taken in or wait for that.", registers });
  }

  /** Counts a request whose answer is complete. */
  answered({ kind, operationName = "", milliseconds }: Exchange, outcome: string): void {
    this.answers.inc({ kind, code: knownCode(outcome) });
    if (kind === "stream") return;
    this.seconds.observe({ kind, operation: this.names.has(operationName) ? operationName : OTHER }, milliseconds / 1_000);
  }

  importBegins(): void {
    this.imports.inc();
  }

  importEnds(): void {
    this.imports.dec();
  }
}
