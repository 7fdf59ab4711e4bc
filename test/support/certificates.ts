import { execFileSync } from "node:child_process";
import { chownSync, chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Whoever vouches for servers: where its own certificate is, and what it makes. */
export interface Authority {
  readonly certificate: string;
  /** A key and a certificate for an address, of which the key belongs to a user alone. */
  vouch(address: string, owner: number): { readonly key: string; readonly certificate: string };
}

/** An authority that nobody knows but who is given its certificate. */
export function authority(name: string): Authority {
  const folder = mkdtempSync(join(tmpdir(), "waymark-authority-"));
  chmodSync(folder, 0o755);
  onTestFinished(() => { rmSync(folder, { recursive: true }); });
  const openssl = (...args: readonly string[]): void => void execFileSync("openssl", args, { cwd: folder, stdio: "ignore" });
  openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1", "-subj", `/CN=${name}`, "-keyout", "ca.key", "-out", "ca.crt");
  return {
    certificate: join(folder, "ca.crt"),
    vouch: (address, owner) => {
      openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=postgres", "-keyout", "server.key", "-out", "server.csr");
      writeFileSync(join(folder, "server.ext"), `subjectAltName = ${address}\n`);
      openssl("x509", "-req", "-in", "server.csr", "-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial", "-days", "1", "-extfile", "server.ext", "-out", "server.crt");
      const made = { key: join(folder, "server.key"), certificate: join(folder, "server.crt") };
      chmodSync(made.key, 0o600);
      chownSync(made.key, owner, owner);
      return made;
    },
  };
}
