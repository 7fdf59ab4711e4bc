import type { Request, Response } from "express";
import { etagOf } from "../../kernel/etag.ts";
import type { Index, Leaflet } from "../application.ts";
import { isKnown } from "../exchange/known.ts";
import { link, list, paragraph, sendPage } from "../sign-in/pages.ts";

/** Worked out once for what is sent again and again. */
const tags = new WeakMap<Leaflet, string>();

/** Sends what is the same for everybody, unless whoever asks has it. What not everybody is given, nobody in between keeps. */
export function sendLeaflet(request: Request, response: Response, leaflet: Leaflet): void {
  const { type, fileName, text } = leaflet;
  const tag = tags.get(leaflet) ?? etagOf(text);
  tags.set(leaflet, tag);
  response.setHeader("cache-control", leaflet.isForAskers === true ? "private, no-cache" : "no-cache");
  if (leaflet.isForAskers === true) response.setHeader("vary", "authorization, cookie");
  response.setHeader("etag", tag);
  if (isKnown(request, tag)) {
    response.status(304).end();
    return;
  }
  response.setHeader("content-type", type);
  if (fileName !== null) response.setHeader("content-disposition", `attachment; filename="${fileName}"`);
  response.end(text);
}

/** Sends a list of addresses: as a page to a browser, as JSON to a program. */
export function sendIndex(request: Request, response: Response, { title, about, entries }: Index): void {
  response.setHeader("vary", "accept");
  if (request.accepts(["json", "html"]) !== "html") {
    sendLeaflet(request, response, { type: "application/json; charset=utf-8", fileName: null, text: `${JSON.stringify({ title, about, entries }, null, 1)}\n` });
    return;
  }
  const items = entries.map(({ name, about: what, addresses }) => `${paragraph(`${name}: ${what}`)}${Object.entries(addresses).map(([form, address]) => link(address, form.toUpperCase())).join(" ")}`);
  sendPage(response, { title, body: [paragraph(about), list(items)] });
}
