import { isIP } from "node:net";
import { z } from "zod";
import { quoted } from "../../kernel/quoted.ts";
import { isLoopback } from "./loopback.ts";
import { counted } from "../limits/counted.ts";

/** Kinds of settings. Each message follows the setting's name and says what is wrong and what is accepted, on one line. */

export function wholeNumber(least: number, most: number) {
  const error = refusalOf(`a whole number from ${counted(least)} to ${counted(most)}`);
  return z
    .string()
    .regex(/^\d{1,15}$/, { error })
    .transform(Number)
    .refine((number) => number >= least && number <= most, { error });
}

export function flag() {
  return z.enum(["true", "false"], { error: refusalOf("true or false") }).transform((value) => value === "true");
}

export function word<const Word extends string>(words: readonly Word[]) {
  return z.enum(words, { error: refusalOf(`one of ${words.join(", ")}`) });
}

export function address() {
  return z.string().regex(/^[\w.:-]+$/, { error: refusalOf("a host name or address without a port, such as 127.0.0.1 or ::") });
}

/** Origins of pages, with commas between them; none in an empty one. */
export function origins() {
  const error = refusalOf("origins with commas between them, each with https and without a path, such as https://dashboard.example.nhs.uk");
  return z
    .string()
    .transform((text) => text.split(",").map((origin) => origin.trim()).filter((origin) => origin !== ""))
    .refine((list) => list.every(isBaseAddress), { error: ({ input }) => error({ input: Array.isArray(input) ? input.join(", ") : input }) })
    .transform((list): readonly string[] => [...new Set(list.map((origin) => new URL(origin).origin))]);
}

/** Networks with commas between them; none for `off`. */
export function networks() {
  const error = refusalOf("networks with commas between them, such as 10.20.0.0/16, 127.0.0.1, or off");
  return z
    .string()
    .transform((text) => (text.trim() === "off" ? [] : text.split(",").map((network) => network.trim())))
    .refine((list) => list.every(isNetwork), { error: ({ input }) => error({ input: Array.isArray(input) ? input.join(", ") : input }) })
    .transform((list): readonly string[] => [...new Set(list)]);
}

function isNetwork(text: string): boolean {
  const [address = "", prefix, ...more] = text.split("/");
  const family = isIP(address);
  return family !== 0 && more.length === 0 && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128)));
}

/** Where somebody is reached: by mail, or at a page. */
export function contact() {
  const error = refusalOf("an address as mailto:security@example.nhs.uk, or a page as https://example.nhs.uk/security");
  return z.string().refine((text) => /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(text) && URL.canParse(text), { error });
}

/** A secret that whoever asks sends as a bearer token. It is not repeated in a message. */
export function secretToken() {
  return z.string().regex(/^[\w.~+/-]{32,200}=*$/, { error: "is not a token. It takes 32 to 200 letters and digits that nobody can guess, such as openssl rand -hex 32 prints." });
}

/** Where a server is: plain http only where nobody listens in. */
export function baseAddress() {
  return z
    .string()
    .refine(isBaseAddress, { error: refusalOf("an https address without a path, such as https://waymark.example.nhs.uk") })
    .transform((text) => new URL(text).origin);
}

function isBaseAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash, username } = new URL(text);
  const isBare = pathname === "/" && search === "" && hash === "" && username === "";
  return isBare && (protocol === "https:" || (protocol === "http:" && isLoopback(hostname.replaceAll(/[[\]]/g, ""))));
}

const isPostgres = (text: string): boolean => /^postgres(ql)?:/i.test(text);

/** Where a ledger is: a file's path, or the address of a database of PostgreSQL. An address is not repeated in a message: it may hold a password. */
export function ledgerPlace() {
  return z
    .string()
    .refine((place) => !isPostgres(place) || (URL.canParse(place) && new URL(place).pathname.length > 1), {
      error: "is not the address of a database. It takes one as postgres://user:password@host:5432/database, or a file's path, such as data/waymark.db.",
    })
    .refine((place) => isPostgres(place) || filePath().safeParse(place).success, { error: "is not the path of a file. It takes a path, such as data/waymark.db, or the address of a database of PostgreSQL." })
    .transform((place): { readonly file: string | null; readonly journal: string | null } => (isPostgres(place) ? { file: null, journal: place } : { file: place, journal: null }));
}

export function filePath() {
  return z
    .string()
    .refine((path) => path.trim() !== "" && !/^[a-z][a-z\d+.-]+:\/\/|[\0\r\n]/i.test(path), {
      error: "is not the path of a file. It takes a path, such as data/waymark.db.",
    });
}

/** Paths of files, with commas between them; none in an empty one. */
export function filePaths() {
  return z.string().transform((text): readonly string[] => [...new Set(text.split(",").map((path) => path.trim()).filter((path) => path !== ""))]);
}

function refusalOf(accepted: string) {
  return ({ input }: { readonly input?: unknown }): string => {
    const sent = String(input).replaceAll(/\s+/g, " ").trim();
    return `is ${sent === "" ? "empty" : quoted(sent)}. It takes ${accepted}.`;
  };
}
