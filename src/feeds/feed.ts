import type { Context } from "../api/context.ts";
import type { AskedMoment } from "../kernel/moment.ts";

/** What can be fetched at an address of its own, beside the graph: it is read from the graph, and sent as it is read. */
export interface Feed {
  readonly type: string;
  /** What a browser calls it when it keeps it; null where it shows it. */
  readonly fileName: string | null;
  /** The moment that it is to be read at; null for now. */
  readonly asAt: AskedMoment | null;
  /** Tells the question from every other. */
  readonly question: string;
  /** Whether the same question can have another answer tomorrow although nothing was recorded. */
  readonly followsDay: boolean;
  /** What is sent, as the viewer of this context may see it. */
  readonly content: (context: Context) => AsyncIterable<string | Uint8Array>;
}

/** What depends on nothing and nobody: it is there for whoever asks. */
export interface Leaflet {
  readonly type: string;
  readonly fileName: string | null;
  readonly text: string;
  /** It is given to those only who may ask the graph. */
  readonly isForAskers?: true;
}

/** What there is to fetch, for people and for programs. */
export interface Index {
  readonly title: string;
  readonly about: string;
  readonly entries: readonly { readonly name: string; readonly about: string; readonly addresses: Readonly<Record<string, string>> }[];
}

/** What is found at an address: a list of others, something for everybody, or what is read from the graph as the query of the address asks. Refuses what cannot be asked. */
export type AtAddress = { readonly index: Index } | { readonly leaflet: Leaflet } | { readonly ask: (query: URLSearchParams) => Feed };
