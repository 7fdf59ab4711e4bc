import type { GraphQLSchema } from "graphql";
import type { RecordTable } from "../../src/api/loaders.ts";
import type { RecordKind } from "../../src/ledger/concept.ts";
import { storedColumns } from "../../src/ledger/graph.ts";
import type { World } from "./domain-world.ts";
import { ANY_RECORD, inOrder, NOT_FILLED, targetOf, valueOf } from "./two-of-each.ts";

/** As many records of every kind as are asked for, for everybody, with every field filled: each points at the first of those it can point at, so that whatever is asked for from there is long. */
export async function manyOfEach(world: World, schema: GraphQLSchema, kinds: readonly RecordKind<RecordTable>[], count: number): Promise<void> {
  const firsts: { readonly kind: RecordKind<RecordTable>; readonly id: string }[] = [];
  for (const kind of inOrder(kinds)) {
    // oxlint-disable-next-line no-await-in-loop -- each kind points at those before it
    await world.act((draft) => {
      let itself: string | null = null;
      for (let made = 0; made < count; made += 1) {
        const values = storedColumns(kind.table).flatMap((column): [string, unknown][] => {
          const any = ANY_RECORD.get(column.name);
          const target = any === undefined ? targetOf(kind, column.name) : firsts.find((one) => one.kind.type === any)?.kind.table;
          if (target === kind.table) return [[column.name, itself]];
          if (target !== null) return [[column.name, firsts.find((one) => one.kind.table === target)?.id ?? null]];
          return NOT_FILLED.has(column.name) ? [] : [[column.name, valueOf(schema, kind, column.name, `${kind.type} ${column.name} ${made}`, made + 1)]];
        });
        const id = draft.create(kind, { ...Object.fromEntries(values), audience: "PUBLIC" });
        itself ??= id;
        if (made === 0) firsts.push({ kind, id });
      }
    });
  }
}
