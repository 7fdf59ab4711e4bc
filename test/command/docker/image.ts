import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Stage } from "./dockerfile.ts";

/** Makes a stage in a folder as Docker makes it in an image: what is copied comes from the sources or from another stage, what is run is run there. */
export function make({ instructions }: Stage, root: string, sources: string, stages: ReadonlyMap<string, string>): void {
  let folder = "/";
  for (const { name, rest } of instructions) {
    switch (name) {
      case "WORKDIR": folder = rest; mkdirSync(join(root, folder), { recursive: true }); break;
      case "COPY": copy(rest, join(root, folder), sources, stages); break;
      case "RUN": run(rest, root, folder); break;
      default: break;
    }
  }
}

function copy(rest: string, into: string, sources: string, stages: ReadonlyMap<string, string>): void {
  const [, stage = "", paths = ""] = /^(?:--from=(\w+) )?(.*)$/.exec(rest) ?? [];
  const from = stage === "" ? sources : stages.get(stage);
  if (from === undefined) throw new Error(`There is no stage ${stage}.`);
  const [to = "", ...named] = paths.split(" ").toReversed();
  for (const path of named.toReversed()) {
    // A folder's content is copied, and a file under its name where the place ends in a slash.
    const target = to.endsWith("/") ? join(into, to, path === "." ? "" : basename(path)) : join(into, to);
    cpSync(join(from, path), path === "." ? into : target, { recursive: true, verbatimSymlinks: true });
  }
}

/** There is no image: what stands at the root of one stands in a folder, packages come from this machine, and its user is nobody's. */
function run(rest: string, root: string, folder: string): void {
  const command = rest.replaceAll(/(?<![\w/])\/(data|build|waymark)\b/g, `${root}/$1`).replace(/\bnode:node\b/, "nobody:nogroup");
  execFileSync("sh", ["-ec", command], { cwd: join(root, folder), stdio: ["ignore", "ignore", "inherit"] });
}

/** The files that Docker is sent: those of the repository, without what .dockerignore names. */
export function sendSources(repository: string, to: string): void {
  const ignored = readFileSync(join(repository, ".dockerignore"), "utf8").split("\n").filter((line) => line !== "");
  const isIgnored = (path: string): boolean => ignored.some((line) => path === line || path.startsWith(`${line}/`) || (line.startsWith("*") && path.endsWith(line.slice(1))));
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: repository, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }).split("\n");
  for (const file of files) if (file !== "" && !isIgnored(file) && existsSync(join(repository, file))) cpSync(join(repository, file), join(to, file));
}
