import { externalReferenceKind } from "../../../src/domain/foundation/external-reference/table.ts";
import { getNamedType, isEnumType, isInterfaceType, isNonNullType, isObjectType, isScalarType, isUnionType, type GraphQLField, type GraphQLObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schema } from "../../support/schema.ts";
import { nobody } from "../../../src/api/access/viewer.ts";
import { calendarAddressKind } from "../../../src/domain/delivery/calendar-address/table.ts";
import { boardPackKind, boardPackProgrammeKind } from "../../../src/domain/delivery/board-pack/table.ts";
import { programmeKind } from "../../../src/domain/delivery/programme/table.ts";
import { accessKeyKind, accountKind } from "../../../src/domain/partners/access/table.ts";
import { webhookKind } from "../../../src/domain/partners/webhook/table.ts";
import { groupKind } from "../../../src/domain/partners/group/table.ts";
import { rowsOf } from "../../support/rows.ts";
import { concepts } from "../../../src/schema.ts";
import { documentsGraph, type DocumentsGraph } from "../../support/documents.ts";
import { memberOf } from "../../support/domain-world.ts";

/**
 * Nobody reaches what is not for them: every field of every type, and every list at the root, is asked over the five
 * documents with one record of each kind made a MEMBERS record, and with the people whom only members may see.
 */

const kinds = concepts.flatMap((concept) => concept.kinds);
let graph: DocumentsGraph;
/** What may not be seen: ids, and the names of people; and of these, what could never be seen. */
let hidden: { ids: string[]; withheld: readonly string[]; names: string[]; ever: string[] };
let systems: string[];

beforeAll(async () => {
  graph = await documentsGraph();
  await addWhatTheDocumentsLack();
  const withheld = await addWhatIsWithheld();
  const lease = graph.ledger.lease();
  const rows = kinds.map((kind) => ({ kind, rows: rowsOf(lease.graph, kind) }));
  systems = rows.flatMap(({ kind, rows: all }) => (kind.type === "Place" ? all.filter(({ level }) => level === "SYSTEM").map(({ id }) => id) : []));
  lease.release();
  const chosen = rows.flatMap(({ kind, rows: all }) => {
    const row = all.find(({ audience, id }) => audience === "PUBLIC" && !systems.includes(id));
    return row === undefined ? [] : [{ kind, id: row.id }];
  });
  for (const { kind, id } of chosen) {
    await graph.ledger.commit({ name: "test:hide", actor: "test" }, (draft) => { draft.change(kind, id, { audience: "MEMBERS", systemId: systems[0] }); });
  }
  const people = rows.find(({ kind }) => kind.type === "Person")?.rows ?? [];
  const kept = people.filter(({ visibility }) => visibility === "MEMBERS_ONLY");
  const open = people.filter((person) => !kept.includes(person)).map(({ name }) => String(name));
  // A first name that somebody in a public role has too proves nothing by being there.
  const names = kept.map(({ name }) => String(name)).filter((name) => !open.some((other) => other.includes(name)));
  const keptIds = kept.map(({ id }) => id);
  hidden = { ids: [...chosen.map(({ id }) => id), ...keptIds], withheld, names, ever: [...keptIds, ...names] };
});
afterAll(async () => graph.close());

/** What the documents have none of, though it leads to much that they have. */
async function addWhatTheDocumentsLack(): Promise<void> {
  await graph.ledger.commit({ name: "test:freeze", actor: "test" }, (draft) => {
    const [[group], [programme]] = [rowsOf(draft.graph, groupKind), rowsOf(draft.graph, programmeKind)];
    if (group === undefined || programme === undefined) throw new Error("The documents have no board or no programme.");
    const home = { audience: "PUBLIC", systemId: programme.systemId };
    const boardPackId = draft.create(boardPackKind, { ...home, title: "Board", groupId: group.id, meetsOn: "2024-07-05", asOn: "2024-07-04", entry: 1, entryAt: "2024-07-04T11:00:00.000Z", headHash: "hash" });
    draft.create(boardPackProgrammeKind, { ...home, boardPackId, programmeId: programme.id });
    draft.create(externalReferenceKind, { ...home, subjectId: programme.id, list: "Plan", reference: "P-1" });
  });
}

/** What is given out by its own concept alone: who signs in, and what they have made to be told by. Gives the ids. */
async function addWhatIsWithheld(): Promise<readonly string[]> {
  const { value } = await graph.ledger.commit({ name: "test:withhold", actor: "test" }, (draft) => {
    const [programme] = rowsOf(draft.graph, programmeKind);
    if (programme === undefined) throw new Error("The documents have no programme.");
    const accountId = draft.create(accountKind, { audience: "MEMBERS", issuer: "https://nhs.example", subject: "s-1", displayName: "Quilla Vance" });
    const keyId = draft.create(accessKeyKind, { audience: "MEMBERS", name: "Quilla's tool", prefix: "wmk_quil", fingerprint: "quilla-1", expiresOn: "2030-01-01" });
    const webhookId = draft.create(webhookKind, { audience: "MEMBERS", accountId, address: "https://quilla.example/told", types: [], status: "ACTIVE", since: "2024-07-05", fingerprint: "quilla-2" });
    const calendarId = draft.create(calendarAddressKind, { audience: "MEMBERS", holderId: accountId, aboutId: programme.id, prefix: "wmc_quil", fingerprint: "quilla-3", madeOn: "2024-07-05" });
    return [accountId, keyId, webhookId, calendarId];
  });
  return value ?? [];
}

/** The leaves of a type, and the ids of the records that it points at: enough to see what is reached. */
function selectionOf(type: GraphQLObjectType, deep: boolean): string {
  const parts = Object.values(type.getFields()).flatMap((field) => {
    if (needsArguments(field)) return [];
    const target = getNamedType(field.type);
    if (isScalarType(target) || isEnumType(target)) return [field.name];
    if (isInterfaceType(target) || isUnionType(target)) return deep ? [`${field.name} { __typename ... on Node { id } }`] : [];
    return deep && isObjectType(target) ? [`${field.name} { ${selectionOf(target, false) || "__typename"} }`] : [];
  });
  return parts.join(" ");
}

function needsArguments(field: GraphQLField<unknown, unknown>): boolean {
  return field.args.some(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
}

/** One query for each field that leads from one of these types to others. */
function walks(): { name: string; query: string; type: string }[] {
  return kinds.flatMap((kind) => {
    const type = schema.getType(kind.type);
    if (!isObjectType(type)) return [{ name: `${kind.type} is no type`, query: "", type: kind.type }];
    return Object.values(type.getFields()).flatMap((field) => {
      const target = getNamedType(field.type);
      if (needsArguments(field) || isScalarType(target) || isEnumType(target)) return [];
      const inside = isObjectType(target) ? throughConnections(target) : "__typename ... on Node { id }";
      return [{ name: `${kind.type}.${field.name}`, type: kind.type, query: `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${kind.type} { ${field.name} { ${inside} } } } }` }];
    });
  });
}

/** Of a list, its records with what they show; of anything else, that itself. */
function throughConnections(type: GraphQLObjectType): string {
  const nodes = type.getFields()["nodes"];
  const node = nodes === undefined ? undefined : getNamedType(nodes.type);
  const total = type.getFields()["totalCount"] === undefined ? "" : "totalCount ";
  return isObjectType(node) ? `${total}nodes { ${selectionOf(node, true)} }` : selectionOf(type, true) || "__typename";
}

function shown(answer: unknown, secrets = [...hidden.ids, ...hidden.withheld, ...hidden.names]): string[] {
  const text = JSON.stringify(answer ?? null);
  return secrets.filter((secret) => text.includes(secret));
}

describe("nobody", () => {
  it("is kept from a record of every kind, and from people whom only members may see", () => {
    expect(hidden.names).toEqual(["Hazel Renouf"]);
    expect(new Set([...hidden.ids, ...hidden.withheld].map((id) => id.slice(0, 2))).size).toBeGreaterThan(kinds.length - 12);
  });

  it("reaches nothing hidden by any field of any record", async () => {
    const lease = graph.ledger.lease();
    const ids = new Map(kinds.map((kind) => [kind.type, rowsOf(lease.graph, kind).map(({ id }) => id).filter((id) => !hidden.ids.includes(id)).slice(0, 100)]));
    lease.release();
    const reached: string[] = [];
    for (const { name, query, type } of walks()) {
      const { result } = await graph.ask(query, { variables: { ids: ids.get(type) ?? [] } });
      if (result.errors !== undefined) reached.push(`${name}: ${result.errors.map(({ message }) => message).join()}`);
      reached.push(...shown(result.data).map((secret) => `${name} shows ${secret}`));
    }
    expect(reached).toEqual([]);
  });

  it("reaches nothing hidden by any list or lookup at the root", async () => {
    const reached: string[] = [];
    for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
      const target = getNamedType(field.type);
      if (needsArguments(field) || !isObjectType(target)) continue;
      const { result } = await graph.ask(`{ ${field.name}${field.name === "organisation" ? '(id: "or_0000000000000000")' : ""} { ${throughConnections(target)} } }`);
      if (result.errors !== undefined) reached.push(`${field.name}: ${result.errors.map(({ message }) => message).join()}`);
      // What a record was while everybody saw it, the feed tells to everybody, and that it went.
      reached.push(...shown(result.data, field.name === "changes" ? hidden.ever : undefined).map((secret) => `${field.name} shows ${secret}`));
    }
    const { result } = await graph.ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { variables: { ids: hidden.ids.slice(0, 100) } });
    reached.push(...shown(result.data).map((secret) => `nodes shows ${secret}`));
    expect(reached).toEqual([]);
  });

  it("is kept from what members are shown", async () => {
    const source = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    const ids = hidden.ids.slice(0, 100);
    const members = await graph.ask(source, { variables: { ids }, viewer: memberOf(...systems) });
    expect(shown(members.result.data).length).toBe(ids.length);
    const none = await graph.ask(source, { variables: { ids }, viewer: nobody });
    expect(none.result.data?.["nodes"]).toEqual(ids.map(() => null));
  });
});
