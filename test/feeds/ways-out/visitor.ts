import { z } from "zod";
import type { RunningServer } from "../../../src/server/http.ts";

const answer = z.object({ data: z.record(z.string(), z.unknown()).nullish(), errors: z.array(z.object({ message: z.string() })).optional() });

/** Somebody at a server, with the key that they have. */
export interface Visitor {
  readonly name: string;
  readonly get: (path: string) => Promise<string>;
  readonly bytes: (path: string) => Promise<Buffer>;
  /** What is answered to a file that is sent. */
  readonly post: (path: string, type: string, body: string) => Promise<string>;
  /** What the graph answers, as it comes over the wire, refusals included. */
  readonly ask: (query: string, variables?: object) => Promise<string>;
  /** The data of an answer. */
  readonly data: (query: string, variables?: object) => Promise<Record<string, unknown>>;
  /** What comes over a stream until so many events have come. */
  readonly stream: (query: string, variables: object, events: number) => Promise<string>;
}

export function visitor(server: RunningServer, name: string, key: string | null): Visitor {
  const authorization: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` };
  const send = async (query: string, variables: object, stop?: AbortSignal): Promise<Response> =>
    fetch(`${server.url}/graphql`, { method: "POST", headers: { ...authorization, "content-type": "application/json", ...(stop === undefined ? {} : { accept: "text/event-stream" }) }, body: JSON.stringify({ query, variables }), signal: stop ?? null });
  const bytes = async (path: string): Promise<Buffer> => Buffer.from(await (await fetch(`${server.url}${path}`, { headers: authorization })).arrayBuffer());
  const ask = async (query: string, variables: object = {}): Promise<string> => (await send(query, variables)).text();
  return {
    name, bytes, ask,
    post: async (path, type, body) => (await fetch(`${server.url}${path}`, { method: "POST", headers: { ...authorization, "content-type": type }, body })).text(),
    get: async (path) => (await bytes(path)).toString("utf8"),
    data: async (query, variables = {}) => {
      const { data, errors = [] } = answer.parse(JSON.parse(await ask(query, variables)));
      if (data === null || data === undefined) throw new Error(errors.map(({ message }) => message).join("\n"));
      return data;
    },
    stream: async (query, variables, events) => {
      const stop = new AbortController();
      const late = setTimeout(() => { stop.abort(new Error(`There were fewer than ${events} events.`)); }, 60_000);
      const response = await send(query, variables, stop.signal);
      let text = "";
      for await (const piece of response.body ?? []) {
        text += Buffer.from(piece).toString("utf8");
        if (text.split("\nevent:").length > events) break;
      }
      clearTimeout(late);
      stop.abort();
      return text;
    },
  };
}
