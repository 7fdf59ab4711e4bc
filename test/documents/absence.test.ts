import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getTableName } from "drizzle-orm";
import { z } from "zod";
import { storedColumns } from "../../src/ledger/graph.ts";
import type { RecordKind } from "../../src/ledger/concept.ts";
import { documentsGraph, type DocumentsGraph } from "../support/documents.ts";
import { rowsAtHead } from "../support/ledger.ts";

const reasons = z.record(z.string(), z.string());

const told = z.object({
  memberships: z.object({ nodes: z.array(z.looseObject({ memberKind: z.string() })) }),
  milestones: z.object({ nodes: z.array(z.looseObject({ status: z.string() })) }),
});

let graph: DocumentsGraph;
beforeAll(async () => {
  graph = await documentsGraph();
});
afterAll(async () => graph.close());

/** Fields for which null is the answer itself, so that nobody has to say why it is there. */
const NULL_IS_THE_ANSWER = new Map([
  // A system stands above its records and belongs to none; nor does what lies outside of every system, or comes from outside.
  ["Place.systemId", ["bath-and-north-east-somerset", "bnssg", "somerset"]],
  ["Source.systemId", ["public-registers"]],
]);

/** Fields of which it is true that nobody has looked. Of what the documents say, none is. */
const NOBODY_HAS_LOOKED = new Map([
  // Only copies of the registers were read, and in those only names and codes (domain.md): not who publishes them or where, since when
  // a code is valid, whether the register itself has it, or which place lies above.
  ...["Source.publisher", "Source.address", "Source.published", "Source.becameKnown"].map((field): [string, string[]] => [field, ["public-registers"]]),
  ...["Place.parentId", "Place.since", "Place.until"].map((field): [string, string[]] => [field, ["bath-and-north-east-somerset"]]),
  ["Organisation.since", ["south-gloucestershire-council"]],
  ["Organisation.until", ["somerset-council", "south-gloucestershire-council"]],
  ...["OrganisationName.since", "OrganisationName.until"].map((field): [string, string[]] => [field, ["nhs-bnssg-icb-abbreviation", "nhs-somerset-icb-abbreviation"]]),
]);

/** The fields of identifiers of which the same is true, all of them read in copies of the registers. */
const IN_THE_REGISTERS = new Set(["OrganisationIdentifier.since", "OrganisationIdentifier.until", "OrganisationIdentifier.verified"]);

/** The two pages have no date: they became known on the day on which they are imported, which their entries say. */
const WHEN_IMPORTED = new Map([["Source.becameKnown", ["north-somerset-page", "pledge-page", "public-registers"]]]);

interface Absent {
  readonly field: string;
  readonly ref: string;
  /** Why the field is empty; null where nobody has said. */
  readonly reason: string | null;
}

describe("where a document is silent, the graph", () => {
  it("says of every field that is empty why it is", () => {
    const unsaid = absences().filter(({ reason }) => reason === null);
    expect(refsByField(unsaid)).toEqual(Object.fromEntries(NULL_IS_THE_ANSWER));
  });

  it("says of no field that nobody has looked, but of those of which that is true", () => {
    const unknown = absences().filter(({ reason, field }) => reason === "UNKNOWN" && !IN_THE_REGISTERS.has(field));
    expect(refsByField(unknown)).toEqual(Object.fromEntries([...NOBODY_HAS_LOOKED, ...WHEN_IMPORTED]));
  });

  it("gives no reason for a field that has a value", () => {
    const needless = graph.ledger.kinds.flatMap((kind) =>
      rowsOf(kind).flatMap(({ ref, gaps, valueOf }) => Object.keys(gaps).filter((field) => !isEmpty(valueOf(field))).map((field) => `${kind.type}:${ref} ${field}`)),
    );
    expect(needless).toEqual([]);
  });

  it("tells whoever asks the same: what a record does not hold is NOT_STATED or NOT_APPLICABLE to them", async () => {
    const { result } = await graph.ask(`{
      memberships(first: 100) { nodes { memberKind a: valueStatus(field: "person") b: valueStatus(field: "healthIntegrationTeam") c: valueStatus(field: "constituencyKind") } }
      milestones(first: 100) { nodes { status saidNotDoneOn a: valueStatus(field: "saidNotDoneOn") } }
    }`);
    expect(result.errors).toBeUndefined();
    const { memberships, milestones } = told.parse(JSON.parse(JSON.stringify(result.data)));
    const representative = { memberKind: "ORGANISATION", a: "NOT_APPLICABLE", b: "NOT_APPLICABLE", c: "NOT_APPLICABLE" };
    const byKind = (kind: string): unknown[] => memberships.nodes.filter(({ memberKind }) => memberKind === kind);
    expect(byKind("ORGANISATION")).toEqual(Array.from({ length: 6 }, () => representative));
    expect(byKind("PERSON")).toEqual([{ memberKind: "PERSON", a: "KNOWN", b: "KNOWN", c: "NOT_APPLICABLE" }]);
    const byStatus = (wanted: string): unknown[] => milestones.nodes.filter(({ status }) => status === wanted);
    expect(byStatus("SCHEDULED")).toEqual(Array.from({ length: 7 }, () => ({ status: "SCHEDULED", saidNotDoneOn: null, a: "NOT_STATED" })));
    expect(byStatus("MET")).toEqual([{ status: "MET", saidNotDoneOn: null, a: "NOT_APPLICABLE" }]);
  });
});

/** What is empty here is said by its emptiness: no reasons, and no example. */
const SAYS_SO_ITSELF: ReadonlySet<string> = new Set(["gaps", "isExample"]);

function absences(): Absent[] {
  return graph.ledger.kinds.flatMap((kind) =>
    rowsOf(kind).flatMap(({ ref, gaps, valueOf }) =>
      storedColumns(kind.table).flatMap(({ name }): Absent[] => {
        const value = valueOf(name);
        const field = `${kind.type}.${name}`;
        if (!SAYS_SO_ITSELF.has(name) && isEmpty(value)) return [{ field, ref, reason: gaps[name] ?? null }];
        const status = typeof value === "object" && value !== null && "status" in value ? String(value.status) : "KNOWN";
        return status === "KNOWN" ? [] : [{ field, ref, reason: status }];
      }),
    ),
  );
}

interface Row {
  /** The name that its file gives to the record. */
  readonly ref: string;
  readonly gaps: Readonly<Record<string, string>>;
  readonly valueOf: (field: string) => unknown;
}

function rowsOf(kind: RecordKind): Row[] {
  const refs = new Map(rowsAtHead(graph.ledger, "select recordId, key from changes join entries on number = entry where operation = 'CREATE'").map((row) => [row["recordId"], String(row["key"]).split("/").at(-1) ?? ""]));
  const columns = new Map(storedColumns(kind.table).map((column) => [column.name, column]));
  return rowsAtHead(graph.ledger, `select * from "${getTableName(kind.table)}"`).map((row) => ({
    ref: refs.get(row["id"]) ?? "",
    gaps: reasons.parse(JSON.parse(String(row["gaps"]))),
    valueOf: (field) => {
      const stored = row[field];
      return stored === null || stored === undefined ? null : columns.get(field)?.mapFromDriverValue(stored);
    },
  }));
}

function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** The refs of the records, in order, under each field. */
function refsByField(found: readonly Absent[]): Record<string, string[]> {
  const byField: Record<string, string[]> = {};
  for (const { field, ref } of found) byField[field] = [...(byField[field] ?? []), ref].toSorted();
  return byField;
}
