import { Refusal } from "../../kernel/problem.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Change } from "../../ledger/entry.ts";
import { LedgerFault } from "../../ledger/fault.ts";
import { canonical } from "../../ledger/seal.ts";
import type { Json } from "../../ledger/entry.ts";
import { moveTo, type Context, type Desk } from "../context.ts";
import type { Act } from "../access/act.ts";
import { Fault } from "../fault/fault.ts";
import type { One } from "../loaders.ts";
import type { ActArgs } from "./act-args.ts";
import { ActDraft } from "./act-draft.ts";
import { explain } from "./explain.ts";
import type { Payload } from "./payload.ts";

/** An act: what it is called, what was sent, and what answers. */
export interface Acting<Row> {
  /** As in the table of permissions: `milestone:plan`. */
  readonly name: Act;
  readonly args: ActArgs;
  /** All that was sent beside `args`: a key that is used again has to come with the same. */
  readonly sent: unknown;
  /** The kind of the record that answers, and how it is loaded. */
  readonly kind: RecordKind;
  readonly load: One<Row>;
  /** Its id, where the act names a record that it may not have touched itself: a repeat answers with it too. */
  readonly of?: string;
}

/** So long an answer may take to say what was done, in milliseconds, where the time of the request is over or nearly so. */
const TELL_WITHIN = 2_000;

/**
 * Does an act as the viewer, through the only door for writing: `decide` reads, asks, decides and writes in the draft, and
 * gives the id of the record that answers. It may be run again. What it is refused for is in the answer, all at once.
 */
export async function acting<Row>(context: Context, act: Acting<Row>, decide: (draft: ActDraft) => string): Promise<Payload<Row>> {
  const desk = signedIn(context);
  const { name, args, kind, load } = act;
  const { ledger, permissions, standards, key } = desk;
  if (permissions[name] === undefined) throw new Error(`The act ${name} stands in no table of permissions.`);
  let isBegun = false;
  desk.standpoint.rest();
  try {
    const done = await ledger.commit(
      {
        name, actor: context.viewer.accountId ?? "", reason: args.reason ?? undefined, dryRun: args.dryRun, founding: desk.occasion?.at,
        // A trial is not remembered under a key: the act itself may still follow.
        ...(key === null || args.dryRun ? {} : { key, input: canonical(asJson([name, args, act.sent])) }),
      },
      (draft) => {
        // Only before it is decided for the first time is it certain that nothing of it was handed on.
        if (!isBegun && performance.now() > context.deadline) throw new LedgerFault("LEDGER_BUSY", "Others wrote for longer than one request may wait. Nothing of this was lost or written. Try again in a moment.", { cause: null });
        isBegun = true;
        const acts = new ActDraft({ draft, act: name, viewer: desk.viewerIn(draft.graph), permissions, kinds: ledger.kinds, reason: args.reason ?? null, standards, isExample: desk.occasion?.isExample === true });
        return acts.whole(() => decide(acts), (id) => { explain(acts, kind, id, args); });
      },
    );
    const entry = done.written ? done.entry : null;
    // What is done is told, however long it had to wait.
    Object.assign(context, { deadline: Math.max(context.deadline, performance.now() + TELL_WITHIN) } satisfies Partial<Context>);
    moveTo(context, desk, args.dryRun ? ledger.supposing(done.changes) : done.repeated ? await ledger.at({ entry: done.entry }) : ledger.lease());
    const id = done.value ?? act.of ?? firstOf(done.changes, kind);
    return { problems: [], entry, isRepeat: done.repeated, record: await load(context, id), changed: done.changes.map((change) => change.id) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // What stands in the way stands at the head, which may have moved on since this request began to read.
    moveTo(context, desk, ledger.lease());
    return { problems: error.problems, entry: null, isRepeat: false, record: null, changed: [] };
  }
}

/** Somebody who signed in, where something can be written. */
export function signedIn({ desk, viewer }: Context): Desk {
  if (viewer.accountId === null) throw new Fault("UNAUTHENTICATED", "Sign in, or send a key, to change something.", { http: { status: 401 } });
  if (desk === null) throw new Fault("READ_ONLY", "Nothing can be written here.");
  return desk;
}

function firstOf(changes: readonly Change[], kind: RecordKind): string | null {
  return changes.find(({ type }) => type === kind.type)?.id ?? null;
}

/** What arrived over the wire is JSON, whatever class it was put into. */
function asJson(value: unknown): Json {
  // oxlint-disable-next-line no-unsafe-type-assertion -- what JSON.parse gives is JSON
  return JSON.parse(JSON.stringify(value)) as Json;
}
