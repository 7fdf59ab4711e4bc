import { createHash } from "node:crypto";
import type { Response } from "express";
import { contentSecurityPolicy } from "../pages/security-headers.ts";

const style = `body{font:1.1875rem/1.5 system-ui,sans-serif;color:#212b32;background:#f0f4f5;margin:0}main{max-width:36rem;margin:3rem auto;padding:0 1rem}
a,button{display:inline-block;font:inherit;padding:.6rem 1rem;margin:.25rem 0;border:0;border-radius:4px;background:#00703c;color:#fff;cursor:pointer}
a:focus,button:focus{outline:4px solid #212b32;outline-offset:0;background:#ffeb3b;color:#212b32}ul{list-style:none;padding:0}`;

const policy = contentSecurityPolicy([`style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`, "form-action 'self'", "base-uri 'none'"]);

/** A page of its own: a heading, and what stands below it as HTML. */
export interface Page {
  readonly status?: number;
  readonly title: string;
  readonly body: readonly string[];
}

/** Sends a plain page, which runs nothing and is kept by nobody. */
export function sendPage(response: Response, { status = 200, title, body }: Page): void {
  response.status(status).setHeader("content-security-policy", policy).type("html");
  response.send(`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} - Waymark</title><style>${style}</style></head>
<body><main><h1>${escaped(title)}</h1>
${body.join("\n")}
</main></body></html>
`);
}

export function paragraph(text: string): string {
  return `<p>${escaped(text)}</p>`;
}

export function link(address: string, text: string): string {
  return `<a href="${escaped(address)}">${escaped(text)}</a>`;
}

export function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
}

/** A button that does something here. */
export function button(action: string, text: string): string {
  return `<form method="post" action="${escaped(action)}"><button>${escaped(text)}</button></form>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
