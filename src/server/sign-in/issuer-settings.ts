import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { z } from "zod";
import { roles } from "../../api/access/role.ts";
import { isLoopback } from "../settings/loopback.ts";

const text = (most = 500) => z.string({ error: "is text" }).trim().min(1, { error: "is empty" }).max(most, { error: `is longer than ${most} characters` });

/** An issuer says who somebody is: over an address that nobody else answers at. */
const issuerAddress = text().refine(isTrustworthy, { error: "is not an address of an issuer. It takes an https address, or http on this machine" });

const issuer = z
  .strictObject({
    name: z.string({ error: "is text" }).regex(/^(?!link$)[a-z][a-z0-9-]{0,39}$/, { error: "is a short name of lower-case letters, digits and hyphens, such as north-trust; link is taken" }),
    title: text(100).optional(),
    issuer: issuerAddress,
    clientId: text(),
    clientSecret: text().optional(),
    clientSecretFile: text().optional(),
    audience: text().optional(),
    scopes: z.array(text(), { error: "is a list of texts" }).default(["openid", "profile"]),
    groupsClaim: text().default("groups"),
    roles: z
      .array(
        z.strictObject({
          group: text(),
          role: z.enum(roles, { error: `is one of ${roles.join(", ")}` }),
          holdsFor: text().nullable().default(null),
        }),
        { error: "is a list of { group, role, holdsFor }" },
      )
      .default([]),
  })
  .refine(({ clientSecret, clientSecretFile }) => clientSecret === undefined || clientSecretFile === undefined, {
    error: "has both clientSecret and clientSecretFile. It takes one of them",
  });

const issuers = z
  .array(issuer, { error: "is not a list of issuers, each with name, issuer and clientId" })
  .min(1, { error: "names no issuer" })
  .refine((all) => isDistinct(all.map(({ name }) => name)), { error: "names two issuers the same" })
  .refine((all) => isDistinct(all.map((one) => one.issuer)), { error: "has the same issuer twice" });

/** Somebody who says who people are: the directory of a trust, council, university or charity. */
export interface IssuerSettings {
  /** As in `/sign-in/:name`. */
  readonly name: string;
  /** As people read it. */
  readonly title: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Undefined for a client that has none and relies on PKCE. */
  readonly clientSecret: string | undefined;
  /** What access tokens have to be made out for. Undefined: tokens of this issuer are not taken. */
  readonly audience: string | undefined;
  readonly scopes: readonly string[];
  /** The claim that lists somebody's groups; dots lead into it. */
  readonly groupsClaim: string;
  readonly roles: readonly z.output<typeof issuer>["roles"][number][];
}

/** Reads the file that names the issuers. Throws one line that says what is wrong where; it repeats no value, which may be a secret. */
export function readIssuers(file: string): readonly IssuerSettings[] {
  const reading = issuers.safeParse(parsed(file));
  const [issue] = reading.error?.issues ?? [];
  if (issue !== undefined) throw new Error(sentence(issue));
  return (reading.data ?? []).map(({ clientSecretFile, ...settings }) => ({
    ...settings,
    title: settings.title ?? settings.name,
    clientSecret: clientSecretFile === undefined ? settings.clientSecret : secretIn(resolve(dirname(file), clientSecretFile), settings.name),
    audience: settings.audience,
  }));
}

function parsed(file: string): unknown {
  let written: string;
  try {
    written = readFileSync(file, "utf8");
  } catch {
    throw new Error("cannot be read");
  }
  try {
    return JSON.parse(written);
  } catch {
    throw new Error("is not well-formed JSON");
  }
}

function secretIn(file: string, name: string): string {
  try {
    const secret = readFileSync(file, "utf8").trim();
    if (secret !== "") return secret;
  } catch {
    // Said below, as for an empty file.
  }
  throw new Error(`says clientSecretFile for ${name}, and no secret can be read there`);
}

function sentence(issue: z.core.$ZodIssue): string {
  const [index, ...names] = issue.path;
  const place = typeof index === "number" ? [`issuer ${index + 1}`, ...names.map(String)].join(", ") : "";
  const words = issue.code === "unrecognized_keys" ? `has ${issue.keys.join(", ")}, which is not a setting` : issue.message;
  return place === "" ? words : `has a mistake: ${place} ${words}`;
}

function isTrustworthy(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, search, hash } = new URL(address);
  const isPlain = username === "" && search === "" && hash === "";
  return isPlain && (protocol === "https:" || (protocol === "http:" && isLoopback(hostname.replaceAll(/[[\]]/g, ""))));
}

function isDistinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}
