import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { Router, type Request, type Response } from "express";
import { z } from "zod";
import { etagOf } from "../../kernel/etag.ts";
import { contentSecurityPolicy } from "./security-headers.ts";

/** What a page may load: what comes from here, and nothing that is written into it. */
const policy = contentSecurityPolicy([
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
]);

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Best first, and as a file is called that was packed so. */
const packings = [["br", ".br"], ["gzip", ".gz"]] as const;

interface BuiltFile {
  readonly type: string;
  readonly tag: string;
  readonly plain: Buffer;
  readonly packed: ReadonlyMap<string, Buffer>;
}

/**
 * The pages that were built into a folder. They are read once: what is built anew while the server runs is served after its next
 * start, whole. A file whose name says what is in it may be kept for ever; the page itself is asked for every time.
 */
export function pages(folder: string): Router {
  const routes = Router();
  const page = existsSync(join(folder, "index.html")) ? builtFile(folder, "index.html") : null;
  if (page === null) {
    routes.get("/", (_request, response) => {
      response.status(503).type("text").send("The pages have not been built. Build them with: npm run build\nThe graph answers at /graphql, and /explore shows what to ask it.\n");
    });
    return routes;
  }
  for (const name of readdirSync(join(folder, "assets")).filter((file) => extname(file) in types)) {
    const file = builtFile(folder, `assets/${name}`);
    routes.get(`/assets/${name}`, (request, response) => { send(request, response, file, "public, max-age=31536000, immutable"); });
  }
  const sendPage = asPage(page);
  for (const name of guidesIn(folder)) routes.get(name === "index.html" ? "/docs" : `/docs/${basename(name, ".html")}`, asPage(builtFile(folder, `docs/${name}`)));
  for (const [address, taken] of addressesIn(folder)) {
    const links = taken.map((file) => `</${file}>; rel=modulepreload`).join(", ");
    routes.get(address, (request, response) => {
      if (links !== "") response.setHeader("link", links);
      sendPage(request, response);
    });
  }
  // A person who has mistyped an address is told so on a page; a program, in its own words, further on.
  routes.get("/{*anything}", (request, response, next) => {
    if (request.accepts(["json", "html"]) !== "html") next();
    else sendPage(request, response.status(404));
  });
  return routes;
}

/** The pages of the guides, by file. */
function guidesIn(folder: string): readonly string[] {
  const path = join(folder, "docs");
  return existsSync(path) ? readdirSync(path).filter((name) => extname(name) === ".html") : [];
}

/** The addresses that the pages know, as Express writes them too, and the files that a page takes beside those that all take. */
function addressesIn(folder: string): readonly (readonly [address: string, taken: readonly string[]])[] {
  return Object.entries(z.record(z.string().startsWith("/"), z.array(z.string())).parse(JSON.parse(readFileSync(join(folder, "addresses.json"), "utf8"))));
}

function builtFile(folder: string, name: string): BuiltFile {
  const path = join(folder, name);
  const plain = readFileSync(path);
  const packed = packings.flatMap(([packing, ending]): [string, Buffer][] => (existsSync(`${path}${ending}`) ? [[packing, readFileSync(`${path}${ending}`)]] : []));
  return { type: types[extname(name)] ?? "application/octet-stream", tag: etagOf(plain), plain, packed: new Map(packed) };
}

/** Sends a file as a page of its own, under the policy for pages. */
function asPage(file: BuiltFile): (request: Request, response: Response) => void {
  return (request, response) => {
    response.setHeader("content-security-policy", policy);
    send(request, response, file, "no-cache");
  };
}

function send(request: Request, response: Response, { type, tag, plain, packed }: BuiltFile, cacheControl: string): void {
  const packing = request.acceptsEncodings([...packed.keys(), "identity"]);
  const bytes = typeof packing === "string" ? packed.get(packing) : undefined;
  response.setHeader("content-type", type);
  response.setHeader("cache-control", cacheControl);
  response.setHeader("vary", "accept-encoding");
  // One tag for each of its packings: to a cache they are different things.
  response.setHeader("etag", bytes === undefined ? tag : `${tag.slice(0, -1)}-${String(packing)}"`);
  if (bytes !== undefined) response.setHeader("content-encoding", String(packing));
  response.send(bytes ?? plain);
}
