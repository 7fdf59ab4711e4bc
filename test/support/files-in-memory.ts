import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where Linux keeps files in memory. */
const MEMORY = "/dev/shm";

/** All tests together keep less than a tenth of this at a time, in bytes. */
const ROOM = 1024 ** 3;

/**
 * Has the tests of this run keep their files in memory, where there is room for them: they are files as any other, and
 * nobody waits for a disk. What is killed leaves the same behind, since a killed process takes nothing with it that it
 * has written; what outlives a power cut, no test can tell in either place. The name of the real folder stays in `DISK`.
 */
export default function keepFilesInMemory(): (() => void) | undefined {
  process.env["DISK"] = tmpdir();
  if (!existsSync(MEMORY)) return;
  const { bavail, bsize } = statfsSync(MEMORY);
  if (bavail * bsize < ROOM) return;
  const folder = mkdtempSync(join(MEMORY, "waymark-tests-"));
  // PostgreSQL reads a file here, and never as root.
  chmodSync(folder, 0o711);
  process.env["TMPDIR"] = folder;
  return () => {
    // A browser that was told to end may still write for a moment.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
}
