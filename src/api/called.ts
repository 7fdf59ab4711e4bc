import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { prefixOf } from "../kernel/identity.ts";
import { calledIn } from "../ledger/called.ts";
import type { Called, RecordKind } from "../ledger/concept.ts";
import type { Context } from "./context.ts";
import { RecordInterface, type AnyRecord, type RecordRow } from "./record.ts";

/** What stands where a record is pointed at that this viewer may not see. */
export const NOT_SHOWN = "(not shown)";

/** A record, and the kind that it is of. */
export interface Held {
  readonly kind: RecordKind;
  readonly row: RecordRow;
}

/** Finds a record as far as the viewer may see it. */
type Find = (id: string) => Promise<Held | null>;

/** What records are called, wherever it is said: the one place where the pieces of a name are put together. */
export class Names {
  private readonly find: Find;
  private readonly known = new Map<string, Promise<string>>();

  constructor(find: Find) {
    this.find = find;
  }

  /** What the record with an id is called. */
  async of(id: string | null): Promise<string> {
    if (id === null) return NOT_SHOWN;
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const found = this.find(id).then(async (held) => (held === null ? NOT_SHOWN : this.ofRow(held)));
    this.known.set(id, found);
    return found;
  }

  /** What a record is called; at once, where its own row says it all. */
  ofRow({ kind, row }: Held): string | Promise<string> {
    return this.said(calledIn(kind, { ...row }));
  }

  /** These pieces, put together. */
  said(pieces: readonly Called[]): string | Promise<string> {
    const own = pieces.filter((piece) => piece === null || typeof piece === "string");
    if (own.length === pieces.length) return own.join("");
    return Promise.all(pieces.map(async (piece) => (piece === null || typeof piece === "string" ? (piece ?? "") : this.of(piece.of)))).then((words) => words.join(""));
  }
}

/** Says what a record of a request is called, to whoever asks. */
export type Calling = (context: Context, row: RecordRow) => string | Promise<string>;

/** What records of these kinds are called where a request reads. Those that a name leads to are loaded together, as every relation is. */
export function callingOf(record: AnyRecord, kinds: readonly RecordKind[]): Calling {
  const byPrefix = new Map(kinds.map((kind) => [kind.prefix, kind]));
  const held = (row: RecordRow | null): Held | null => {
    const kind = row === null ? undefined : byPrefix.get(prefixOf(row.id));
    return row === null || kind === undefined ? null : { kind, row };
  };
  return (context, row) => {
    const own = held(row);
    return own === null ? NOT_SHOWN : new Names(async (id) => held(await record(context, id))).ofRow(own);
  };
}

/** The class that says of every record what it is called. */
// oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql takes resolver classes as functions
export function calledResolver(calling: Calling): Function {
  @Resolver(() => RecordInterface)
  class CalledResolver {
    @FieldResolver(() => String, {
      description: `What people call it: its own name, title or first statement; without any, words made of what it is about, as "Training waits for Principles", or the name of whom it names: a signature has that of who signs. So it does not say what sort of record it is. ${NOT_SHOWN} stands in it for a record that this viewer may not see. A record from another moment, as in a difference, has its own words of then, and calls others as they are called where this reads.`,
    })
    called(@Ctx() context: Context, @Root() record: RecordRow): string | Promise<string> {
      return calling(context, record);
    }
  }
  return CalledResolver;
}
