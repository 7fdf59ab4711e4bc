import { once } from "node:events";
import { createServer, request as ask, ServerResponse } from "node:http";
import express from "express";
import { afterEach, describe, expect, it } from "vitest";
import { arrivingBehind } from "../../../src/server/exchange/arrived.ts";

const ends: (() => void)[] = [];
afterEach(() => { for (const end of ends.splice(0)) end(); });

describe("A request that express has not in its hands", () => {
  it.each([0, 1, 2])("says of where it comes from what express says of it, behind %i that are believed", async (trustedProxies) => {
    const routes = express().set("trust proxy", trustedProxies);
    const said: unknown[] = [];
    routes.use((request, response) => {
      said.push([request.ip, request.secure]);
      response.end();
    });
    const server = createServer({ IncomingMessage: arrivingBehind(trustedProxies), ServerResponse }, (request, response) => {
      said.push([request.ip, request.secure]);
      routes(request, response);
    }).listen(0, "127.0.0.1");
    ends.push(() => { server.close(); });
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    for (const [from, proto] of [[], ["203.0.113.1"], ["203.0.113.1, 203.0.113.2", "https"], [" 203.0.113.1 ,, 203.0.113.2,203.0.113.3 ", "https, http"], [",", "http"], ["", ""]]) {
      const headers = { ...(from === undefined ? {} : { "x-forwarded-for": from }), ...(proto === undefined ? {} : { "x-forwarded-proto": proto }) };
      const sent = ask({ port, headers, agent: false });
      ends.push(() => { sent.destroy(); });
      sent.end();
      await once(sent, "response");
    }
    expect(said).toHaveLength(12);
    expect(said.filter((_, at) => at % 2 === 0)).toEqual(said.filter((_, at) => at % 2 === 1));
  });
});
