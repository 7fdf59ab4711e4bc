import { createServer } from "node:http";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";

const types: Readonly<Record<string, string>> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json" };

/** A folder as any web server hands it out, at an origin of its own. `asked` is every address that it was asked for. */
export interface ServedFolder {
  readonly url: string;
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export async function serveFolder(folder: string): Promise<ServedFolder> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const [path = "/"] = (request.url ?? "/").split("?");
    const name = path === "/" ? "index.html" : path.slice(1);
    const type = types[extname(name)];
    if (type === undefined || name.includes("..")) {
      response.writeHead(404).end();
      return;
    }
    readFile(join(folder, name)).then((bytes) => response.writeHead(200, { "content-type": type }).end(bytes), () => response.writeHead(404).end());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The folder has no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
