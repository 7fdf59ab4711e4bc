import { z } from "zod";
import { quoted } from "../kernel/quoted.ts";
import { isLoopback } from "./loopback.ts";
import { counted } from "./counted.ts";

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
