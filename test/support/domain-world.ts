import type { ExecutionResult } from "graphql";
import { onTestFinished } from "vitest";
import { openContext } from "../../src/api/context.ts";
import type { Role } from "../../src/api/access/role.ts";
import type { Viewer } from "../../src/api/access/viewer.ts";
import { Standpoint } from "../../src/api/moment/standpoint.ts";
import { permissions } from "../../src/domain/partners/access/permissions.ts";
import { readDay } from "../../src/kernel/day.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import type { Act } from "../../src/ledger/commit.ts";
import type { Draft } from "../../src/ledger/draft.ts";
import { ownLedger } from "./ledger-file.ts";
import { answerTo } from "./schema.ts";
import { standards } from "../../src/schema.ts";
import { makers, type Makers, type MakeRecord } from "./given.ts";

/** A tracker of its own for one test: it holds what is given, and can be asked as anybody. */
export interface World {
  readonly ledger: Ledger;
  readonly record: MakeRecord;
  /** Records by name, each with the parents that it needs; a test says only what matters to it. */
  readonly given: Makers;
  /** Does something as one act, and gives what came of it. */
  act<Value>(decide: (draft: Draft) => Value, as?: Partial<Act>): Promise<Value>;
  /** The data of an answer. An answer with errors fails the test. */
  ask<Data = unknown>(viewer: Viewer, source: string, variables?: Readonly<Record<string, unknown>>): Promise<Data>;
  /** The whole answer, and how many statements it took. */
  answer(viewer: Viewer, source: string, variables?: Readonly<Record<string, unknown>>, key?: string | null): Promise<ExecutionResult & { readonly statements: number }>;
  /** What an answer that is refused says. An answer without errors fails the test. */
  refused(viewer: Viewer, source: string, variables?: Readonly<Record<string, unknown>>): Promise<readonly string[]>;
}

/** Somebody who sees the MEMBERS records of these systems. */
export const memberOf = (...systems: string[]): Viewer => ({ accountId: "ac_0000000000000000", memberOf: systems, draftsOf: [], grants: [] });

/** Somebody who sees their DRAFT records too. */
export const officeOf = (...systems: string[]): Viewer => ({ accountId: "ac_0000000000000001", memberOf: systems, draftsOf: systems, grants: [] });

/** Somebody with a role for a record, who sees the drafts and members' records of these systems. */
export const holding = (role: Role, holdsFor: string | null, ...systems: string[]): Viewer => ({ accountId: "ac_0000000000000002", memberOf: systems, draftsOf: systems, grants: [{ role, holdsFor }] });

/** May do everything, and sees only what everybody sees. */
export const officeOfEverything: Viewer = { ...holding("OFFICE", null), grants: [{ role: "OFFICE", holdsFor: null }, { role: "STEWARD", holdsFor: null }] };

/** A ledger of the domain's concepts, empty unless it is to hold the documents, in a file that goes when the test is finished. */
export async function freshLedger(holding: "NOTHING" | "THE_DOCUMENTS" = "NOTHING"): Promise<Ledger> {
  const { ledger, end } = await ownLedger(holding);
  onTestFinished(end);
  return ledger;
}

/** On this day, with counts of people withheld below this number, unless another is given, and with what is loaded into it. */
export async function openWorld(today = "2024-07-05", smallNumber = 5, load?: (ledger: Ledger) => Promise<unknown>): Promise<World> {
  const ledger = await freshLedger();
  await load?.(ledger);
  return worldOver(ledger, today, smallNumber);
}

/** A tracker over a ledger that is there. */
export function worldOver(ledger: Ledger, today = "2024-07-05", smallNumber = 5): World {
  const act: World["act"] = async (decide, as = {}) => {
    const { value } = await ledger.commit({ name: "test:given", actor: "test", ...as }, decide);
    if (value === null) throw new Error("This was done before.");
    return value;
  };

  const record: MakeRecord = async (kind, values) => act((draft) => draft.create(kind, { audience: "PUBLIC", ...values }));

  const answer: World["answer"] = async (viewer, source, variables = {}, key = null) => {
    const standpoint = new Standpoint(ledger.lease());
    const { graph } = standpoint;
    const before = graph.statements;
    const desk = { ledger, standpoint, viewerIn: () => viewer, permissions, standards, key };
    const contextValue = openContext({ moment: standpoint, viewer, smallNumber, today: readDay(today), deadline: Number.POSITIVE_INFINITY, desk });
    try {
      const result = await answerTo(source, contextValue, variables);
      return { ...result, statements: graph.statements - before };
    } finally {
      standpoint.release();
    }
  };

  return {
    ledger,
    record,
    act,
    given: makers(record),
    answer,
    ask: async <Data>(viewer: Viewer, source: string, variables?: Readonly<Record<string, unknown>>): Promise<Data> => {
      const { data, errors } = await answer(viewer, source, variables);
      if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join("\n"));
      // A test that reads on in an answer says what it asked for; what came is for its expectations to judge.
      // oxlint-disable-next-line no-unsafe-type-assertion -- see above
      return data as Data;
    },
    refused: async (viewer, source, variables) => {
      const { errors } = await answer(viewer, source, variables);
      if (errors === undefined) throw new Error("This was answered, not refused.");
      return errors.map(({ message }) => message);
    },
  };
}
