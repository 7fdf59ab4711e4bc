import { z } from "zod";
import { limitsFrom, limitSettings } from "./limit-settings.ts";
import type { Limits } from "./limits.ts";
import { isLoopback } from "./loopback.ts";
import { address, filePath, flag, wholeNumber, word } from "./setting.ts";

export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** How this process was told to behave: read once, at start. */
export interface Settings {
  /** `PORT`. 0 takes any that is free. */
  readonly port: number;
  /** `HOST`, the address to listen on. */
  readonly host: string;
  /** `LEDGER`, the path of the file that holds the ledger. */
  readonly ledger: string;
  /** `PUBLIC_READ`: public records are open to everybody. On by default while only this machine can reach the server. */
  readonly publicRead: boolean;
  /** `SMALL_NUMBER`: counts of people below it are withheld from the public. */
  readonly smallNumber: number;
  /** `LOG_LEVEL`. */
  readonly logLevel: (typeof logLevels)[number];
  /** `LIMIT_…`. */
  readonly limits: Limits;
}

/** A setting that cannot be used. The message is one line that names it, says what is wrong and what is accepted. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

const environment = z.object({
  PORT: wholeNumber(0, 65_535).default(4000),
  HOST: address().default("127.0.0.1"),
  LEDGER: filePath().default("data/waymark.db"),
  PUBLIC_READ: flag().optional(),
  SMALL_NUMBER: wholeNumber(1, 1_000).default(5),
  LOG_LEVEL: word(logLevels).default("info"),
  ...limitSettings,
});

/** Reads the settings from environment variables, or throws a SettingsError. */
export function readSettings(variables: Readonly<Record<string, string | undefined>>): Settings {
  refuseUnknown(Object.keys(variables));
  const reading = environment.safeParse(variables);
  if (!reading.success) throw new SettingsError(reading.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`)[0]);
  const { PORT, HOST, LEDGER, PUBLIC_READ, SMALL_NUMBER, LOG_LEVEL, ...limits } = reading.data;
  if (PUBLIC_READ === undefined && !isLoopback(HOST)) {
    throw new SettingsError(
      `PUBLIC_READ is not set, and HOST ${HOST} can be reached from other machines. There is no sign-in yet, so nobody could read anything: set PUBLIC_READ=true to publish the public records.`,
    );
  }
  if (limits.LIMIT_HEADERS_SECONDS > limits.LIMIT_REQUEST_SECONDS) {
    throw new SettingsError(`LIMIT_HEADERS_SECONDS is ${limits.LIMIT_HEADERS_SECONDS}. It takes at most LIMIT_REQUEST_SECONDS, which is ${limits.LIMIT_REQUEST_SECONDS}.`);
  }
  return { port: PORT, host: HOST, ledger: LEDGER, publicRead: PUBLIC_READ ?? true, smallNumber: SMALL_NUMBER, logLevel: LOG_LEVEL, limits: limitsFrom(limits) };
}

/** Refuses what looks like a setting and is none: a limit believed to be set must not be missing. */
function refuseUnknown(names: readonly string[]): void {
  const known = Object.keys(environment.shape);
  for (const name of names) {
    if (known.includes(name)) continue;
    const meant = known.find((setting) => bare(setting) === bare(name));
    if (meant !== undefined) throw new SettingsError(`${name} is not a setting. Did you mean ${meant}?`);
    if (name.startsWith("LIMIT_")) {
      throw new SettingsError(`${name} is not a setting. The limits are ${Object.keys(limitSettings).join(", ")}.`);
    }
  }
}

function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]/g, "");
}
