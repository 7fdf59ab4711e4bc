import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { getNamedType, isEnumType, isObjectType, isScalarType } from "graphql";
import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import type { Graph } from "../../../src/ledger/graph.ts";
import type { Ledger } from "../../../src/ledger/ledger.ts";
import { officeOf, openWorld } from "../../support/domain-world.ts";
import { ROUNDS } from "../../support/rounds.ts";
import { ErasedNames } from "../../support/erased-names.ts";
import { inPast } from "../../support/ledger.ts";
import { erasingHistory, liveThrough, NAMES, systemId, usualKinds, type RandomHistory } from "../../support/random-history.ts";
import { rowsOf } from "../../support/rows.ts";
import { schema } from "../../support/schema.ts";

type Rows = ReadonlyMap<string, ReturnType<typeof rowsOf>[number]>;

/** Every row of a graph, by its record's id. */
function rowsAt(graph: Graph): Rows {
  return new Map(usualKinds.flatMap((kind) => rowsOf(graph, kind).map((row): [string, typeof row] => [row.id, row])));
}

function rowsAtHead(ledger: Ledger): Rows {
  const lease = ledger.lease();
  try {
    return rowsAt(lease.graph);
  } finally {
    lease.release();
  }
}

/** The records whose last change up to an entry has lost values to a later one. */
function erasedSince(ledger: Ledger, number: number): Set<string> {
  const lease = ledger.lease();
  try {
    const lost = lease.ledger.run(
      `select recordId as id from changes join erasures on what = 'RECORD' and ofEntry = changes.entry and ofPosition = changes.position
       where changes.entry = (select max(entry) from changes as other where other.recordId = changes.recordId and other.entry <= ?) and erasures.entry > ?`,
      [number, number],
    );
    return new Set(lost.map(({ id }) => String(id)));
  } finally {
    lease.release();
  }
}

/** Acts one by one, so that each entry is the head for a while. */
function oneByOne(history: RandomHistory): RandomHistory {
  return history.flat().map((act) => [act]);
}

/** What every list of a kind of record holds, what every record says of itself, and what is found and counted. */
const EVERYTHING = (() => {
  const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ name, type, args }) => {
    const target = getNamedType(type);
    const isList = isObjectType(target) && target.name.endsWith("Connection") && args.every((arg) => arg.name !== "query");
    const record = isList ? getNamedType(target.getFields()["nodes"]?.type ?? target) : null;
    if (!isObjectType(record)) return [];
    const plain = Object.values(record.getFields()).filter(({ args, type }) => args.length === 0 && (isScalarType(getNamedType(type)) || isEnumType(getNamedType(type))));
    return [`${name}(first: 50) { totalCount nodes { ${plain.map((field) => field.name).join(" ")} } }`];
  });
  return `{
    ${lists.join("\n")}
    milestones2: milestones(filter: { timing: [UPCOMING, PAST_DUE_NOT_REPORTED], on: "2024-01-01" }) { nodes { timing(on: "2024-01-01") history { nodes { entry changes { field before after } } } provenance { entry quote } } }
    search(query: "launch") { totalCount nodes { title matchedText record { id } } }
    overview(on: "2024-01-01") { milestones { byTiming { timing count } } dataQuality { __typename } }
  }`;
})();

/**
 * An answer without the people who were erased, and with nobody's name: what is left is to stay as it was. A record that is called by one of
 * them does not show whom, as they are shown to nobody any more.
 */
function withoutErased(answer: unknown, erased: ReadonlySet<string>): unknown {
  if (typeof answer === "string") return [...NAMES, "(not shown)"].reduce((text, name) => text.replaceAll(name, "[erased]"), answer);
  if (Array.isArray(answer)) return answer.filter((one) => !isErased(one, erased)).map((one) => withoutErased(one, erased));
  if (typeof answer !== "object" || answer === null) return answer;
  const fields = Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, withoutErased(value, erased)]));
  if (!("nodes" in answer) || !("totalCount" in answer) || !Array.isArray(answer.nodes)) return fields;
  return { ...fields, totalCount: Number(answer.totalCount) - answer.nodes.filter((one) => isErased(one, erased)).length };
}

/** Whether it is somebody who was erased, or what a search found of them: it is looked for in what is left of them, no longer in their name. */
function isErased(one: unknown, erased: ReadonlySet<string>): boolean {
  if (typeof one !== "object" || one === null) return false;
  return "record" in one ? isErased(one.record, erased) : "id" in one && erased.has(String(one.id));
}

describe("reading at every entry of a random history", () => {
  it("gives the rows that were there when it was the last, but for what was erased since, which is nowhere", { timeout: 60_000 + (ROUNDS ?? 0) * 30_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(erasingHistory, async (history) => {
        const { ledger } = await openWorld();
        const seen = new Map<number, Rows>();
        await liveThrough(ledger, oneByOne(history), usualKinds, async () => { seen.set(ledger.head(), rowsAtHead(ledger)); });
        for (const [number, then] of seen) {
          const erased = erasedSince(ledger, number);
          const past = await inPast(ledger, number, rowsAt);
          const versions = (rows: Rows): unknown => [...rows].map(([id, { version }]) => [id, version]);
          const whole = (rows: Rows): unknown => [...rows].filter(([id]) => !erased.has(id));
          expect([versions(past), whole(past)]).toEqual([versions(then), whole(then)]);
          expect([...erased].filter((id) => isDeepStrictEqual(past.get(id), then.get(id)) && then.has(id))).toEqual([]);
        }
        await ledger.close();
      }),
      { numRuns: ROUNDS ?? 5, endOnFailure: true },
    );
  });

  it("answers whoever asks as they were answered then, but for what was erased since, which is in no answer", { timeout: 60_000 + (ROUNDS ?? 0) * 30_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(erasingHistory, async (history) => {
        const world = await openWorld();
        const names = new ErasedNames(world.ledger);
        const viewers = [nobody, officeOf(systemId("North"))];
        const answers = async (directive: string): Promise<unknown[]> => Promise.all(viewers.map(async (viewer) => world.ask(viewer, `query ${directive} ${EVERYTHING}`)));
        const seen = new Map<number, unknown[]>();
        await liveThrough(world.ledger, oneByOne(history), usualKinds, async () => {
          names.note();
          seen.set(world.ledger.head(), await answers(""));
          // What stands of the past when somebody is erased has to go.
          await inPast(world.ledger, world.ledger.head(), () => null);
        });
        for (const [number, then] of seen) {
          const [now, erased] = [await answers(`@asAt(at: ${number})`), names.idsSince(number)];
          const left = (answer: unknown): unknown => (erased.size === 0 ? answer : withoutErased(answer, erased));
          expect(left(now)).toEqual(left(then));
          for (const name of names.goneAt(number)) expect(JSON.stringify(now)).not.toContain(name);
        }
        await world.ledger.close();
      }),
      { numRuns: ROUNDS ?? 2, endOnFailure: true },
    );
  });
});
