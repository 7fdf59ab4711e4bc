import type { Request, Response } from "express";
import type { Index, Leaflet } from "./application.ts";
import { link, list, paragraph, sendPage } from "./sign-in/pages.ts";

/** Sends what is the same for everybody. */
export function sendLeaflet(response: Response, { type, fileName, text }: Leaflet): void {
  response.setHeader("cache-control", "no-cache");
  response.setHeader("content-type", type);
  if (fileName !== null) response.setHeader("content-disposition", `attachment; filename="${fileName}"`);
  response.end(text);
}

/** Sends a list of addresses: as a page to a browser, as JSON to a program. */
export function sendIndex(request: Request, response: Response, { title, about, entries }: Index): void {
  response.setHeader("vary", "accept");
  if (request.accepts(["json", "html"]) !== "html") {
    sendLeaflet(response, { type: "application/json; charset=utf-8", fileName: null, text: `${JSON.stringify({ title, about, entries }, null, 1)}\n` });
    return;
  }
  const items = entries.map(({ name, about: what, addresses }) => `${paragraph(`${name}: ${what}`)}${Object.entries(addresses).map(([form, address]) => link(address, form.toUpperCase())).join(" ")}`);
  sendPage(response, { title, body: [paragraph(about), list(items)] });
}
