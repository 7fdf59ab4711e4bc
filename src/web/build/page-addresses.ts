import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin, Rolldown } from "vite";
import { addresses, type PageName } from "../addresses.ts";
import { webFolder } from "./generate.ts";

/** As `routes.ts` says where a page stands. */
const ROUTE = /^ {2}(\w+): \(\) => import\("\.\/([\w/-]+\.tsx)"\),$/gm;

/**
 * Tells the server each page's address, which answers 404 to every other, and the files that the page takes beside those of all pages: named
 * with the page itself, they are on their way before any script has run.
 */
export function pageAddresses(): Plugin {
  return {
    name: "waymark:addresses",
    apply: "build",
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const entry = chunks.find(({ isEntry }) => isEntry);
      const routes = new Map([...readFileSync(join(webFolder, "routes.ts"), "utf8").matchAll(ROUTE)].map(([, name = "", file = ""]) => [name, join(webFolder, file)]));
      const taken = (name: PageName): readonly string[] => {
        const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId === routes.get(name));
        if (chunk === undefined || entry === undefined) throw new Error(`The page ${name} was not built from where routes.ts says that it stands.`);
        const everywhere = filesOf(bundle, entry);
        return [...filesOf(bundle, chunk)].filter((file) => !everywhere.has(file));
      };
      const names = Object.keys(addresses).filter((name): name is PageName => name in addresses);
      this.emitFile({ type: "asset", fileName: "addresses.json", source: JSON.stringify(Object.fromEntries(names.map((name) => [addresses[name], taken(name)]))) });
    },
  };
}

/** A file of scripts and those that it cannot run without. */
function filesOf(bundle: Rolldown.OutputBundle, { fileName, imports }: Rolldown.OutputChunk, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(fileName)) return found;
  found.add(fileName);
  for (const name of imports) {
    const next = bundle[name];
    if (next?.type === "chunk") filesOf(bundle, next, found);
  }
  return found;
}
