import { hash } from "node:crypto";
import { randomText } from "../kernel/random-text.ts";
import type { Citation, Change, Entry, Erasure, Json } from "./entry.ts";

/**
 * How an entry is sealed. Every value that may have to be erased one day (a record, a reason, a quote, a key) is sealed with a
 * salt of its own, and the entry's hash covers those seals, not the values: so a value can go and the chain still holds.
 */

/** JSON with its keys in order: one text for one value. */
export function canonical(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonical(item)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const pairs = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${pairs.map(([key, item]: [string, Json]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}

export function newSalt(): string {
  return randomText(12, "base64url");
}

export function digest(text: string): string {
  return hash("sha256", text, "base64url");
}

/** The seal of a value: without the salt, nobody can check a guess against it. */
export function seal(salt: string, text: string): string {
  return digest(`${salt}\n${text}`);
}

/** A value that is written with its seal; once erased, only the seal is left. */
export interface Sealed {
  readonly text: string | null;
  readonly salt: string | null;
  readonly seal: string;
}

export function sealed(text: string): Sealed {
  const salt = newSalt();
  return { text, salt, seal: seal(salt, text) };
}

type Head = Omit<Entry, "reason" | "key" | "citations" | "changes" | "erasures" | "hash">;
type SealedChange = Omit<Change, "record"> & { readonly seal: string };
type SealedCitation = Omit<Citation, "quote"> & { readonly seal: string | null };

type SealedErasure = Omit<Erasure, "instead"> & { readonly seal: string | null };

/** The seals of an entry, each covered by its hash. */
export interface Seals {
  readonly reason: string | null;
  readonly key: string | null;
  readonly citations: readonly SealedCitation[];
  readonly changes: readonly SealedChange[];
  readonly erasures: readonly SealedErasure[];
}

/** The hash of an entry: over the hash before it, what it says of itself, and the seals of all that it holds. */
export function entryHash(head: Head, { reason, key, citations, changes, erasures }: Seals): string {
  const { number, id, at, recordedAt, founding, act, actor, previous } = head;
  return digest(
    canonical({
      number, id, at, recordedAt, founding, act, actor, key, previous, reason,
      citations: citations.map(({ sourceId, recordId, fields, line, seal }) => ({ sourceId, recordId, fields, line, seal })),
      changes: changes.map(({ type, shape, id, version, operation, fields, seal }) => ({ type, shape, id, version, operation, fields, seal })),
      erasures: erasures.map(({ what, entry, position, shape, seal }) => ({ what, entry, position, shape, seal })),
    }),
  );
}
