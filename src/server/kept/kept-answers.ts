import { OperationTypeNode, type DocumentNode, type GraphQLSchema } from "graphql";
import { etagOf } from "../../kernel/etag.ts";
import type { Validated } from "../exchange/validated.ts";
import { Asked } from "./asked.ts";
import { Passing } from "./passing.ts";

/** What an answer holds, without what is said of it anew each time. */
export type AnswerData = Readonly<Record<string, unknown>>;

/** Everything that an answer depends on beside what is asked. */
export interface Circumstances {
  /** The last entry: where something was recorded behind it, nothing that was kept before stands any more. */
  readonly entry: number;
  /** The day in London, whoever asks with all they may see, and what else there is. */
  readonly rest: string;
}

/** Where an answer is kept. */
export interface KeptPlace {
  readonly key: string;
  readonly entry: number;
}

/** Data as JSON, as it goes out: to encode it each time would cost more than all else of a long answer. */
export type Encoded = string | Buffer;

interface Kept {
  readonly data: AnswerData;
  readonly encoded: Encoded;
}

/** What is shorter goes out sooner as a part of one text; and Node cuts what is as short from a larger piece of memory, which would be kept with it. */
const SHORT = 4_096;

/** Longer variables are hardly sent twice. */
const LONGEST_VARIABLES = 4_000;

/**
 * Answers, for as long as they stand: until an entry is recorded, a day begins, or whoever asks may see something else. They are exact,
 * as an answer depends on nothing else. What was asked longest ago goes first, once all of them are larger than they may be.
 */
export class KeptAnswers {
  private readonly mostBytes: number;
  private readonly passing: Passing;
  private readonly answers = new Map<string, Kept>();
  private readonly asked = new Asked();
  private readonly encoded = new WeakMap<object, Encoded>();
  private readonly tags = new WeakMap<object, string>();
  private readonly names = new WeakMap<DocumentNode, number>();
  private lastName = 0;
  private entry = -1;
  private bytes = 0;
  private hits = 0;
  private misses = 0;

  constructor(schema: GraphQLSchema, mostBytes: number) {
    this.passing = new Passing(schema);
    this.mostBytes = mostBytes;
  }

  /** Whether answers to it are kept: where it only reads, and only what the ledger holds. */
  isKept({ document, operation }: Validated): boolean {
    return operation.operation === OperationTypeNode.QUERY && !this.passing.isAskedIn(document);
  }

  /** What an answer is kept under; null where none is kept: it is read before the last entry, or sends too much. */
  placeOf({ document, operation }: Validated, variables: Readonly<Record<string, unknown>>, { entry, rest }: Circumstances): KeptPlace | null {
    if (entry < this.entry) return null;
    if (entry > this.entry) {
      this.answers.clear();
      this.bytes = 0;
      this.entry = entry;
    }
    const sent = JSON.stringify(variables);
    return sent.length > LONGEST_VARIABLES ? null : { entry, key: `${this.nameOf(document)}\n${operation.name?.value ?? ""}\n${rest}\n${sent}` };
  }

  /** What was answered to the same, if it still stands. */
  find({ key, entry }: KeptPlace): AnswerData | undefined {
    const kept = entry === this.entry ? this.answers.get(key) : undefined;
    if (kept === undefined) return undefined;
    this.hits += 1;
    this.answers.delete(key);
    this.answers.set(key, kept);
    return kept.data;
  }

  /**
   * To be told of what was answered where nothing was kept. It is kept where the same was asked before, whatever has been recorded since: most
   * of what is asked once is never asked again. An answer that was read before something else was recorded is not kept.
   */
  keep({ key, entry }: KeptPlace, data: AnswerData): void {
    this.misses += 1;
    if (entry !== this.entry || this.answers.has(key) || !this.asked.again(key)) return;
    const text = JSON.stringify(data);
    if (text.length > this.mostBytes / 4) return;
    const encoded = text.length < SHORT ? text : Buffer.from(text);
    this.encoded.set(data, encoded);
    this.answers.set(key, { data, encoded });
    this.bytes += encoded.length;
    for (const [oldest, { encoded: gone }] of this.answers) {
      if (this.bytes <= this.mostBytes) break;
      this.answers.delete(oldest);
      this.bytes -= gone.length;
    }
  }

  /** Data as JSON: made once of what is kept. */
  encodedOf(data: AnswerData): Encoded {
    return this.encodedBefore(data) ?? JSON.stringify(data);
  }

  /** The same of what is kept; undefined of what is not. */
  encodedBefore(data: AnswerData): Encoded | undefined {
    return this.encoded.get(data);
  }

  /** The same for the same data, as a weak ETag: what is said beside it is another each time. */
  tagOf(data: AnswerData): string {
    const tag = this.tags.get(data) ?? `W/${etagOf(this.encodedOf(data))}`;
    this.tags.set(data, tag);
    return tag;
  }

  counts(): { readonly hits: number; readonly misses: number; readonly answers: number; readonly bytes: number } {
    return { hits: this.hits, misses: this.misses, answers: this.answers.size, bytes: this.bytes };
  }

  private nameOf(document: DocumentNode): number {
    const name = this.names.get(document) ?? (this.lastName += 1);
    this.names.set(document, name);
    return name;
  }
}
