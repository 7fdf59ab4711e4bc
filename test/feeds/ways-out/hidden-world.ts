import { worldOver, type World } from "../../support/domain-world.ts";
import { ownLedger } from "../../support/ledger-file.ts";
import { schema } from "../../support/schema.ts";
import { kinds } from "../../support/tables.ts";
import { inOrder, NOT_FILLED, ANY_RECORD, targetOf, valueOf } from "../../support/two-of-each.ts";
import { storedColumns } from "../../../src/ledger/graph.ts";

/** Which of the records of a kind: one for everybody, for members, in draft, and one for everybody that points at those for members. */
export const WHICH = ["open", "members", "draft", "leaning"] as const;
export type Which = (typeof WHICH)[number];

const AUDIENCES = { open: "PUBLIC", members: "MEMBERS", draft: "DRAFT", leaning: "PUBLIC" } as const;

/** A record and its words, which nothing else has: `Milestone title members`. */
export interface Marked {
  readonly id: string;
  readonly type: string;
  readonly which: Which;
}

export interface HiddenWorld {
  readonly world: World;
  readonly marked: readonly Marked[];
  /** Another system than that of the records. */
  readonly elsewhere: string;
  readonly end: () => Promise<void>;
  readonly find: (type: string, which: Which) => string;
}

/** Records of every kind, each with words of its own in every field, those for few pointing at those for everybody and the other way round. */
export async function hiddenWorld(): Promise<HiddenWorld> {
  const { ledger, end } = await ownLedger("NOTHING");
  const world = worldOver(ledger);
  const elsewhere = await world.given.place({ name: "Elsewhere", level: "SYSTEM" });
  const marked = await world.act((draft) => {
    const made: Marked[] = [];
    const idOf = (type: string, which: Which): string | null => made.find((one) => one.type === type && one.which === which)?.id ?? null;
    for (const kind of inOrder(kinds)) {
      for (const [place, which] of WHICH.entries()) {
        const towards = which === "leaning" ? "members" : "open";
        const values = storedColumns(kind.table).flatMap((column): [string, unknown][] => {
          const name = column.name;
          const target = ANY_RECORD.has(name) ? kinds.find(({ type }) => type === ANY_RECORD.get(name)) : kinds.find(({ table }) => table === targetOf(kind, name));
          // Everything belongs to one system, of which somebody is a member.
          if (name === "systemId") return [[name, idOf("Place", "open")]];
          if (target !== undefined) return [[name, idOf(target.type, towards)]];
          return NOT_FILLED.has(name) ? [] : [[name, valueOf(schema, kind, name, `${kind.type} ${name} ${which}`, made.length * 10 + place + 1)]];
        });
        made.push({ type: kind.type, which, id: draft.create(kind, { ...Object.fromEntries(values), audience: AUDIENCES[which] }) });
      }
    }
    return made;
  });
  return {
    world, marked, elsewhere, end,
    find: (type, which) => marked.find((one) => one.type === type && one.which === which)?.id ?? "",
  };
}
