import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { rowsOf } from "../../support/rows.ts";
import { kinds } from "../../support/tables.ts";
import { createLog } from "../../../src/server/log/log.ts";
import { webhooksOver } from "../../../src/serve/webhooks.ts";
import type { HiddenWorld } from "./hidden-world.ts";
import type { Visitor } from "./visitor.ts";

const created = z.object({ data: z.object({ createWebhook: z.object({ secret: z.string() }) }) });

/** What reaches the webhook of somebody once something was done to records of every audience, of a sixth of all kinds; of who may have none, what they are told instead. */
export async function toldByWebhook(visitor: Visitor, { world, marked }: HiddenWorld): Promise<string[]> {
  const reached: string[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    reached.push(`${JSON.stringify(request.headers)} ${await text(request)}`);
    response.writeHead(204).end();
  };
  const server = createServer((request, response) => { void take(request, response); });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const { port } = z.object({ port: z.number() }).parse(server.address());
    const answer = await visitor.ask("mutation ($webhook: CreateWebhookInput!) { createWebhook(webhook: $webhook) { secret webhook { id } problems { message } } }", { webhook: { address: `http://127.0.0.1:${port}/hook`, types: [] } });
    if (!created.safeParse(JSON.parse(answer)).success) return [answer];
    await world.act((draft) => {
      for (const kind of kinds.filter(({ type }, place) => place % 6 === 0 || type === "Milestone")) {
        const own = new Set(marked.filter(({ type }) => type === kind.type).map(({ id }) => id));
        for (const { id, isExample } of rowsOf(draft.graph, kind)) if (own.has(id)) draft.change(kind, id, { isExample: isExample !== 1 });
      }
    });
    const courier = webhooksOver(world.ledger, { smallNumber: 5, webhookAllowPrivate: true }, createLog("silent"));
    for (let before = -1; before < reached.length; ) {
      before = reached.length;
      await courier.round();
    }
    await courier.stop();
    if (reached.length < 10) throw new Error(`Only ${reached.length} messages reached the webhook of ${visitor.name}: ${reached[0] ?? ""}`);
    return reached;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
