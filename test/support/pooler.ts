import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { freePort, listening } from "./killed-server.ts";

/**
 * A pgbouncer between servers and a PostgreSQL, which hands connections out transaction by transaction: the same address through it, for as long as
 * the test runs. On Debian: apt-get install pgbouncer
 */
export async function throughPooler(address: string): Promise<string> {
  const { hostname, port, username, password } = new URL(address);
  const own = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "waymark-pooler-"));
  // It does not run as root: it runs as somebody else then, who has to get there.
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, "users"), `"${username}" "${password}"\n`);
  writeFileSync(
    join(folder, "pooler.ini"),
    `[databases]\n* = host=${hostname} port=${port}\n\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${own}\nunix_socket_dir =\nauth_type = plain\nauth_file = ${join(folder, "users")}\npool_mode = transaction\ndefault_pool_size = 6\n`,
  );
  const pooler = spawn("/usr/sbin/pgbouncer", ["-q", ...(userInfo().uid === 0 ? ["-u", "nobody"] : []), join(folder, "pooler.ini")], { stdio: ["ignore", "inherit", "inherit"] });
  const failed = new Promise<never>((_, reject) => pooler.once("error", reject));
  onTestFinished(() => {
    pooler.kill("SIGKILL");
    rmSync(folder, { recursive: true });
  });
  await Promise.race([listening(own), failed]);
  const through = new URL(address);
  through.port = String(own);
  return through.href;
}
