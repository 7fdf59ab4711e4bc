import type { GraphQLSchema, OperationDefinitionNode } from "graphql";
import type { LiveEvent } from "../api/changes/live.ts";
import type { Grant } from "../api/access/role.ts";
import type { Drawers } from "../ledger/drawers.ts";
import type { Circumstances } from "./kept/kept-answers.ts";

/** What the server serves: it knows how requests arrive and leave, and nothing of what they ask for. */
export interface Application {
  readonly schema: GraphQLSchema;
  /** Called once for each request that is to be answered by the graph. A Refusal or GraphQLError thrown here is the answer. */
  openContext(request: ContextRequest): Promise<OpenContext>;
  /** Resolves when what was read at an entry may read otherwise now: something was recorded behind it, or another day has begun. Also when the signal says to stop. */
  touched(entry: number, signal: AbortSignal): Promise<void>;
  /** Resolves with whether what is read here has got to an entry, once it has or the signal says to stop. */
  reached(entry: number, signal: AbortSignal): Promise<boolean>;
  readiness(): Readiness;
  /** What there is to measure at this moment. */
  measures(): Promise<Measures>;
  /** Who may ask. */
  readonly access: Access;
  /** What the explorer opens on. */
  readonly exampleQuery: string;
  /** The folder of the pages that were built, for people to read what programs ask for. */
  readonly pages: string;
  /** What is found at a path beside the graph, on a server that browsers find at this base; null where there is nothing. */
  find(path: string, base: string): AtAddress | null;
  /** The calendar at a path with a secret in it, for whoever has that: null where the secret opens nothing, for whatever reason. */
  calendar(path: string, request: Pick<ContextRequest, "deadline"> & { readonly base: string }): Promise<OpenCalendar | null>;
  /** What is taken in at a path beside the graph; null where nothing is. */
  intake(path: string): Intake | null;
}

/** What whoever runs a server watches of its ledger. */
export interface Measures {
  /** The number of the last entry. */
  readonly head: number;
  /** For how long it is not known whether this server has all that was recorded by others. */
  readonly lagSeconds: number;
  /** What this process has written, and refused by the code of the first thing that stood in the way. */
  readonly written: number;
  readonly refused: ReadonlyMap<string, number>;
  readonly snapshots: number;
  readonly past: { readonly graphs: number; readonly bytes: number };
  /** Null where it cannot be known just now. */
  readonly webhooks: { readonly active: number; readonly paused: number; readonly pending: number; readonly failing: number } | null;
  /** Null where none was made, or it cannot be known just now. */
  readonly backup: { readonly at: Date; readonly entry: number } | null;
}

/** What takes in files at an address. */
export interface Intake {
  /** Refuses, before anything of the file is read, what cannot be asked, and whoever may not ask. */
  ask(request: IntakeRequest): AskedIntake;
}

export interface IntakeRequest extends Pick<ContextRequest, "key"> {
  readonly asker: Asker;
  readonly query: URLSearchParams;
  readonly contentType: string;
  readonly accept: string | undefined;
}

/** A file that somebody may send. */
export interface AskedIntake {
  /** The type of the answer. */
  readonly type: string;
  /** Does what is asked with the file. `tell` takes pieces of the answer; one that only says how far it is need not have been taken before it goes on. A Refusal, GraphQLError or LedgerFault thrown here is the answer, or the end of it. The signal says when nobody waits for the answer any more. */
  take(bytes: Buffer, tell: (text: string, isProgress: boolean) => Promise<void>, gone: AbortSignal): Promise<void>;
}

/** A calendar that is being sent. */
export interface OpenCalendar {
  readonly download: Pick<Download, "type" | "fileName">;
  readonly open: OpenDownload;
}

/** A list of other addresses, something that is the same for everybody, or what is read from the graph. */
export type AtAddress = { readonly index: Index } | { readonly leaflet: Leaflet } | { readonly ask: (query: URLSearchParams) => Download };

export interface Index {
  readonly title: string;
  readonly about: string;
  readonly entries: readonly { readonly name: string; readonly about: string; readonly addresses: Readonly<Record<string, string>> }[];
}

export interface Leaflet {
  readonly type: string;
  /** What a browser calls it when it keeps it; null where it shows it. */
  readonly fileName: string | null;
  readonly text: string;
  /** It is given to those only who may ask the graph. */
  readonly isForAskers?: true;
}

/** What is read from the graph and sent as it is read. */
export interface Download {
  readonly type: string;
  readonly fileName: string | null;
  /** Called once it is known who asks. A Refusal or GraphQLError thrown here is the answer. */
  open(request: Pick<ContextRequest, "asker" | "deadline">): Promise<OpenDownload>;
}

/** What one download holds for as long as it is being sent. */
export interface OpenDownload {
  /** Two with the same tag are the same to the letter. */
  readonly tag: string;
  /** The number of the entry at which it is read. */
  readonly entry: number;
  content(): AsyncIterable<string | Uint8Array>;
  /** Called exactly once, when all is sent or nobody takes it any more. */
  release(): void;
}

export interface ContextRequest {
  /** Who asks; null for somebody who did not sign in. */
  readonly asker: Asker | null;
  /** What the client calls this act, so that it is done once: its Idempotency-Key. */
  readonly key: string | null;
  /** When work on this request must have ended: a reading of `performance.now()`, which no change of the clock moves. */
  readonly deadline: number;
  /** The stream over which it is answered; none where it is answered once. */
  readonly stream?: Stream;
  /** What a subscription tells with this answer. */
  readonly event?: LiveEvent;
}

/** A connection that stays. */
export interface Stream {
  /** Says when the client has gone, or has to go. */
  readonly signal: AbortSignal;
  /** Where the client says that its last connection came to; null where it says nothing. */
  readonly resumeAfter: string | null;
  /** When work has to have ended that begins now. */
  readonly deadline: () => number;
  /** Does work when it is this stream's turn: all of them are woken by the same entry. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** Somebody who has shown who they are. */
export interface Asker {
  /** Their account, or the key that they sent. */
  readonly holderId: string;
  /** Whether the way in which they signed in is for reading only. */
  readonly isReadOnly: boolean;
}

/** What the server asks of what knows accounts and keys. */
export interface Access {
  /** The id of the key that has this secret, if it opens anything today. */
  keyHolder(secret: string): string | null;
  hasAnyKey(): boolean;
  /** Whether there still is such an account or key. */
  mayEnter(holderId: string): boolean;
  /** The account of somebody for whom an issuer has spoken; made when they come for the first time. */
  signedIn(person: SignedInPerson): Promise<string>;
  /** Whom a link signs in on a server that nobody has configured. */
  localPeople(): readonly LocalPerson[];
  /** Where sessions and links are kept. */
  readonly drawers: Drawers;
}

export interface SignedInPerson {
  readonly issuer: string;
  readonly subject: string;
  readonly displayName: string;
  /** The roles that their groups give them; null where groups stand for no roles. */
  readonly grants: readonly Grant[] | null;
}

export interface LocalPerson {
  readonly subject: string;
  /** As it is printed beside the link. */
  readonly label: string;
  readonly grants: readonly Grant[];
}

/** What one request holds for as long as it is being answered. */
export interface OpenContext {
  /** The context that resolvers are given. */
  readonly value: object;
  /** Called once the operation is known and before it is answered, with the value that resolvers will be given. A Refusal or GraphQLError thrown here is the answer. */
  prepare?(value: object, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): Promise<void>;
  /** What every answer carries under `extensions`. Asked for when the answer is complete. */
  extensions?(): Record<string, unknown>;
  /** The number of the entry at which the request read, for the log. */
  entry?(): number;
  /** What an answer depends on beside what is asked; null where it depends on more than can be said. */
  circumstances?(): Circumstances | null;
  /**
   * Called exactly once, when the answer is complete, whether or not anybody still waits for it. Where a null that must not be one has
   * spoilt part of an answer, GraphQL gives up on the resolvers beside it without waiting for them: they may still ask afterwards.
   */
  release(): void;
}

/** Ready to be read; also while the database that the servers share cannot be reached, and then it says since when. */
export type Readiness = { readonly ready: true; readonly apartSince?: string } | { readonly ready: false; readonly reason: string };
