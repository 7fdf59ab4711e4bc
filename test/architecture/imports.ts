import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** A file of the sources and the files of the sources that it imports, as paths from src. */
export interface SourceFile {
  readonly path: string;
  readonly imports: readonly string[];
}

/** Every file under a folder of sources with what it imports from there; packages are left out. */
export function sourceFiles(root: string): SourceFile[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, imports: importsIn(readFileSync(join(root, path), "utf8")).map((target) => relative(root, join(root, dirname(path), target))) }));
}

function importsIn(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]*)"/g)].map(([, target = ""]) => target);
}

/** What stands under src, from below: imports go down only. */
export const LAYERS: readonly string[] = ["kernel", "ledger", "api", "domain", "documents", "feeds", "server", "schema.ts", "serve", "command", "main.ts", "launch"];

/** Where a file stands. What is no layer, the test refuses. */
function layerOf(path: string): number {
  return LAYERS.indexOf(path.split("/")[0] ?? "");
}

/** What stands under src beside the layers: pages, a program of their own, and texts. */
export const BESIDE: readonly string[] = ["guides", "web"];

/** The roles in which another concept may be entered; the last two tell whoever names a body whether it was there then, and what was before and after it. */
const DOORS = ["type.ts", "table.ts", "store.ts", "loaders.ts", "rules.ts", "inputs.ts", "being-there.ts", "succession.ts"];

/** The overview and the difference read every concept, and none reads them: they may enter by any file but the resolvers. */
const READ_ALL = new Set(["domain/overview", "domain/difference"]);

/** The monthly update does what other concepts do, as one act: it may enter by their acts and by what is sent to those. */
const MONTHLY_UPDATE = "domain/monthly-update";
const ACT_DOORS = ["acts.ts", "workstream-acts.ts", "act-inputs.ts"];

function conceptOf(path: string): string | null {
  return /^(domain\/.+)\/[^/]+$/.exec(path)?.[1] ?? null;
}

/** The pages are a program of their own: what they know of the rest they ask of the graph. */
const WEB = "web/";

/** The concepts in the order in which schema.ts lists them. */
export function conceptOrder(schema: string): string[] {
  const folders = new Map([...schema.matchAll(/import \{ (\w+) \} from "\.\/(domain\/[^"]+)\/resolver\.ts"/g)].map(([, name, folder]) => [name, folder]));
  const lists = schema.slice(schema.indexOf("\n", schema.lastIndexOf("import "))).replaceAll(/\/\*\*.*?\*\//gs, "");
  return [...new Set([...lists.matchAll(/\w+/g)].flatMap(([name]) => folders.get(name) ?? []))];
}

/** What is wrong with the imports, a line for each. */
export function offences(files: readonly SourceFile[], order: readonly string[]): string[] {
  return [...files.flatMap((file) => file.imports.flatMap((target) => offence(file.path, target, order))), ...circles(files)];
}

function offence(path: string, target: string, order: readonly string[]): string[] {
  if (path.startsWith(WEB) !== target.startsWith(WEB)) return [`${path} imports ${target}: the pages and the server are two programs`];
  if (layerOf(target) > layerOf(path)) return [`${path} imports ${target}, which stands above it`];
  const [from, to] = [conceptOf(path), conceptOf(target)];
  if (from === null || to === null || from === to) return [];
  if (!order.includes(from)) return [`${from} is not listed in schema.ts`];
  if (order.indexOf(to) > order.indexOf(from)) return [`${path} imports ${target}, a concept that points at it or comes later`];
  const door = target.slice(to.length + 1);
  const doors = from === MONTHLY_UPDATE ? [...DOORS, ...ACT_DOORS] : DOORS;
  const mayEnter = READ_ALL.has(from) ? !door.endsWith("resolver.ts") : doors.includes(door);
  return mayEnter ? [] : [`${path} enters ${to} by ${door}: only ${doors.join(", ")} are its doors`];
}

function circles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file.imports]));
  const done = new Set<string>();
  const walk = (path: string, above: readonly string[]): string[] => {
    if (above.includes(path)) return [`a circle: ${[...above.slice(above.indexOf(path)), path].join(" → ")}`];
    if (done.has(path)) return [];
    const found = (byPath.get(path) ?? []).flatMap((target) => walk(target, [...above, path]));
    done.add(path);
    return found;
  };
  return files.flatMap(({ path }) => walk(path, []));
}
