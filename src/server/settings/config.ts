import { z } from "zod";
import { PAST, type PastSettings } from "../../ledger/past.ts";
import { limitsFrom, limitSettings } from "./limit-settings.ts";
import type { Limits } from "../limits/limits.ts";
import { isLoopback } from "./loopback.ts";
import type { MetricsSettings } from "../metrics/who-may-read.ts";
import type { OperationSettings } from "../registered/registered.ts";
import { address, baseAddress, contact, filePath, filePaths, flag, ledgerPlace, networks, origins, secretToken, wholeNumber, word } from "./setting.ts";
import { readIssuers, type IssuerSettings } from "../sign-in/issuer-settings.ts";
import type { SessionSettings } from "../sign-in/sessions.ts";

export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** How this process was told to behave: read once, at start. */
export interface Settings {
  /** `PORT`. 0 takes any that is free. */
  readonly port: number;
  /** `HOST`, the address to listen on. */
  readonly host: string;
  /** The path of the file that holds the ledger, from `LEDGER`; or this server's copy of it, from `LEDGER_COPY`. */
  readonly ledger: string;
  /** The address of the database of PostgreSQL that servers share, where `LEDGER` is one; null where the file is all there is. */
  readonly journal: string | null;
  /** `PUBLIC_READ`: public records are open to everybody. On by default while only this machine can reach the server. */
  readonly publicRead: boolean;
  /** `ALLOWED_ORIGINS`: where pages of others stand that may ask, in a browser, with a key or a token. */
  readonly allowedOrigins: readonly string[];
  readonly signIn: SignInSettings;
  readonly operations: OperationSettings;
  readonly metrics: MetricsSettings;
  /** `SECURITY_CONTACT`: whom to tell of a weakness; null where nobody is named. */
  readonly securityContact: string | null;
  /** `PAST_GRAPHS` and `PAST_MEGABYTES`: how many graphs of the past are kept in memory while they are asked for, and how much they may take. */
  readonly past: PastSettings;
  /** `WEBHOOK_ALLOW_PRIVATE`: webhooks may send to this machine and its neighbours, and to this machine over plain http. */
  readonly webhookAllowPrivate: boolean;
  /** `KEPT_MEGABYTES`: how much answers may take that are kept for whoever asks the same, in bytes; 0 where none is kept. */
  readonly keptBytes: number;
  /** `SMALL_NUMBER`: counts of people below it are withheld from the public. */
  readonly smallNumber: number;
  /** `LOG_LEVEL`. */
  readonly logLevel: (typeof logLevels)[number];
  /** `LIMIT_…`. */
  readonly limits: Limits;
}

/** How people sign in. */
export interface SignInSettings {
  /** `SIGN_IN`, the file that names who signs people in. */
  readonly issuers: readonly IssuerSettings[];
  /** `PUBLIC_URL`: where browsers find this server; null where it is at its own address. */
  readonly publicUrl: string | null;
  /** `TRUSTED_PROXIES`: how many servers in front of this one say whom a request is from. */
  readonly trustedProxies: number;
  readonly session: SessionSettings;
}

/** A setting that cannot be used. The message is one line that names it, says what is wrong and what is accepted. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

const environment = z.object({
  PORT: wholeNumber(0, 65_535).default(4000),
  HOST: address().default("127.0.0.1"),
  LEDGER: ledgerPlace().default({ file: "data/waymark.db", journal: null }),
  LEDGER_COPY: filePath().default("data/copy.db"),
  PUBLIC_READ: flag().optional(),
  ALLOWED_ORIGINS: origins().default([]),
  OPERATIONS: word(["any", "registered"]).default("any"),
  OPERATION_LISTS: filePaths().default([]),
  INTROSPECTION: flag().optional(),
  SIGN_IN: filePath().optional(),
  PUBLIC_URL: baseAddress().optional(),
  TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  SESSION_IDLE_HOURS: wholeNumber(1, 168).default(8),
  SESSION_DAYS: wholeNumber(1, 90).default(7),
  SECURITY_CONTACT: contact().optional(),
  METRICS: networks().default(["127.0.0.0/8", "::1/128"]),
  METRICS_TOKEN: secretToken().optional(),
  WEBHOOK_ALLOW_PRIVATE: flag().default(false),
  SMALL_NUMBER: wholeNumber(1, 1_000).default(5),
  PAST_GRAPHS: wholeNumber(1, 1_000).default(PAST.graphs),
  PAST_MEGABYTES: wholeNumber(1, 100_000).default(PAST.megabytes),
  KEPT_MEGABYTES: wholeNumber(0, 10_000).default(32),
  LOG_LEVEL: word(logLevels).default("info"),
  ...limitSettings,
});

/** Reads the settings from environment variables, or throws a SettingsError. */
export function readSettings(variables: Readonly<Record<string, string | undefined>>): Settings {
  refuseUnknown(Object.keys(variables));
  const reading = environment.safeParse(variables);
  if (!reading.success) throw new SettingsError(reading.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`)[0]);
  const { PORT, HOST, LEDGER, LEDGER_COPY, PUBLIC_READ, ALLOWED_ORIGINS, OPERATIONS, OPERATION_LISTS, INTROSPECTION, SIGN_IN, PUBLIC_URL, TRUSTED_PROXIES, SESSION_IDLE_HOURS, SESSION_DAYS, METRICS, METRICS_TOKEN, SECURITY_CONTACT, WEBHOOK_ALLOW_PRIVATE, SMALL_NUMBER, PAST_GRAPHS, PAST_MEGABYTES, KEPT_MEGABYTES, LOG_LEVEL, ...limits } = reading.data;
  if (SIGN_IN !== undefined && PUBLIC_URL === undefined && !isLoopback(HOST)) {
    throw new SettingsError(`PUBLIC_URL is not set. Who signs people in sends them back to it: set it to where browsers find this server, such as PUBLIC_URL=https://waymark.example.nhs.uk.`);
  }
  if (limits.LIMIT_HEADERS_SECONDS > limits.LIMIT_REQUEST_SECONDS) {
    throw new SettingsError(`LIMIT_HEADERS_SECONDS is ${limits.LIMIT_HEADERS_SECONDS}. It takes at most LIMIT_REQUEST_SECONDS, which is ${limits.LIMIT_REQUEST_SECONDS}.`);
  }
  if (OPERATION_LISTS.length > 0 && OPERATIONS !== "registered") {
    throw new SettingsError("OPERATION_LISTS is set, and OPERATIONS is not registered, so nothing would keep to it. Set OPERATIONS=registered, or leave the lists out.");
  }
  return {
    port: PORT,
    host: HOST,
    ledger: LEDGER.file ?? LEDGER_COPY,
    journal: LEDGER.journal,
    publicRead: PUBLIC_READ ?? isLoopback(HOST),
    allowedOrigins: ALLOWED_ORIGINS,
    signIn: {
      issuers: SIGN_IN === undefined ? [] : issuersIn(SIGN_IN),
      publicUrl: PUBLIC_URL ?? null,
      trustedProxies: TRUSTED_PROXIES,
      session: { idleHours: SESSION_IDLE_HOURS, days: SESSION_DAYS },
    },
    operations: { onlyRegistered: OPERATIONS === "registered", lists: OPERATION_LISTS, introspection: INTROSPECTION ?? OPERATIONS !== "registered" },
    securityContact: SECURITY_CONTACT ?? null,
    metrics: { networks: METRICS, token: METRICS_TOKEN ?? null },
    past: { graphs: PAST_GRAPHS, megabytes: PAST_MEGABYTES },
    keptBytes: KEPT_MEGABYTES * 1_000_000,
    smallNumber: SMALL_NUMBER,
    webhookAllowPrivate: WEBHOOK_ALLOW_PRIVATE,
    logLevel: LOG_LEVEL,
    limits: limitsFrom(limits),
  };
}

function issuersIn(file: string): readonly IssuerSettings[] {
  try {
    return readIssuers(file);
  } catch (error) {
    throw new SettingsError(`SIGN_IN names ${file}, which ${error instanceof Error ? error.message : "cannot be used"}.`, { cause: error });
  }
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
