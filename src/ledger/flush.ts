import { closeSync, fsyncSync, openSync } from "node:fs";
import { dirname } from "node:path";

/** Sees to it that what was written to a file outlasts a power cut. */
export function flush(file: string): void {
  flushed(file, "r+");
}

/** The same for the file's name in its folder. Windows has no such thing. */
export function flushFolder(file: string): void {
  if (process.platform !== "win32") flushed(dirname(file), "r");
}

function flushed(path: string, flags: string): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
