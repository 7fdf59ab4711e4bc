import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The path of a file that comes with the program, whether its sources run or what is built of them. */
export function programFile(path: string): string {
  return join(root, path);
}

const root = folderOfPackage(dirname(fileURLToPath(import.meta.url)));

function folderOfPackage(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error("This program is not where its package is: build it again, in its own folder.");
  return folderOfPackage(above);
}

/** Tells this version of the program from every other: by the file that runs, which where it is built is all of it. */
export function programFingerprint(): string {
  return (fingerprint ??= createHash("sha256").update(readFileSync(fileURLToPath(import.meta.url))).digest("base64url"));
}

let fingerprint: string | undefined;
