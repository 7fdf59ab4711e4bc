import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import express, { Router } from "express";
import { z } from "zod";
import { contentSecurityPolicy } from "./security-headers.ts";

const folder = join(dirname(createRequire(import.meta.url).resolve("altair-static/package.json")), "build", "dist");

/** Everything from here and nothing from anywhere else. Altair's components write their styles into the page as it runs. */
const policy = contentSecurityPolicy([
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
]);

/** The graph's explorer at the path where this is mounted: Altair, from the installed package, so it needs no internet. */
export function explorer(path: string, exampleQuery: string): Router {
  const page = pageAt(path);
  const opening = openingScript(exampleQuery);
  const words = englishWords();
  const routes = Router();
  routes.use((_request, response, next) => {
    response.setHeader("content-security-policy", policy);
    next();
  });
  routes.get("/", (_request, response) => {
    response.setHeader("cache-control", "no-cache").type("html").send(page);
  });
  routes.get("/opening.js", (_request, response) => {
    response.setHeader("cache-control", "no-cache").type("js").send(opening);
  });
  routes.get(["/assets/i18n/default.json", "/assets/i18n/en-US.json"], (_request, response) => {
    response.setHeader("cache-control", "no-cache").json(words);
  });
  routes.use(withoutSandbox, express.static(folder, { index: false, maxAge: "1h" }));
  return routes;
}

/** The frame in which Altair runs scripts that people write around their queries is not served: nothing here needs them. */
const withoutSandbox: express.RequestHandler = (request, _response, next) => {
  next(request.path.startsWith("/iframe-sandbox") ? "router" : undefined);
};

function pageAt(path: string): string {
  return readFileSync(join(folder, "index.html"), "utf8")
    .replace("<html>", `<html lang="en-GB">`)
    .replace("<title>Altair</title>", "<title>Explore the graph - Waymark</title>")
    .replace(/<base [^>]*>/, `<base href="${path}/" />`)
    .replace("</body>", `<script type="module" src="opening.js"></script></body>`);
}

function openingScript(exampleQuery: string): string {
  const options = {
    endpointURL: "/graphql",
    initialQuery: exampleQuery,
    initialName: "Waymark",
    disableAccount: true,
    instanceStorageNamespace: "waymark",
    persistedSettings: { "banners.disable": true, "alert.disableWarnings": true, disablePushNotification: true },
  };
  return `AltairGraphQL.init(${JSON.stringify(options)});`;
}

/** Altair's own words greet a friend by name where an answer will stand. */
function englishWords(): Record<string, string> {
  const words = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(join(folder, "assets", "i18n", "en-US.json"), "utf8")));
  return { ...words, QUERY_RESULT_NO_RESULT_TEXT: "Send the query to see its answer here." };
}
