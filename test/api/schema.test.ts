import { getTableColumns } from "drizzle-orm";
import {
  getNamedType, isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isListType, isNonNullType, isObjectType, isScalarType, isSpecifiedScalarType,
  type GraphQLArgument, type GraphQLField, type GraphQLNamedType, type GraphQLType,
} from "graphql";
import { describe, expect, it } from "vitest";
import { schema } from "../support/schema.ts";
import { fieldOf } from "../../src/api/field.ts";
import { storedColumns } from "../../src/ledger/graph.ts";
import { concepts } from "../../src/schema.ts";


const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !(isScalarType(type) && isSpecifiedScalarType(type)));

const kinds = concepts.flatMap((concept) => concept.kinds);

interface Said {
  readonly what: string;
  readonly description: string | null | undefined;
}

/** Everything in the schema that a reader may ask the meaning of. */
function* everything(type: GraphQLNamedType): Generator<Said> {
  yield { what: type.name, description: type.description };
  for (const field of fieldsOf(type)) {
    const what = `${type.name}.${field.name}`;
    yield { what, description: field.description };
    for (const arg of field.args) yield { what: `${what}(${arg.name})`, description: arg.description };
  }
  if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) yield { what: `${type.name}.${field.name}`, description: field.description };
  if (isEnumType(type)) for (const value of type.getValues()) yield { what: `${type.name}.${value.name}`, description: value.description };
}

function fieldsOf(type: GraphQLNamedType): GraphQLField<unknown, unknown>[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}

const fields = types.flatMap((type) => fieldsOf(type).map((field) => ({ what: `${type.name}.${field.name}`, type, field })));

function isConnection({ field }: { readonly field: GraphQLField<unknown, unknown> }): boolean {
  return getNamedType(field.type).name.endsWith("Connection");
}

/** The arguments of a field that say which page is asked for. */
function pageArguments({ args }: { readonly args: readonly GraphQLArgument[] }): string {
  return args.filter(({ name }) => ["first", "after", "last", "before"].includes(name)).map(({ name, type }) => `${name}: ${String(type)}`).join(", ");
}

/** The arguments of a list that say which records, in which order. The order that it usually comes in is its own: a series' events come by their number. */
function listArguments({ args }: { readonly args: readonly GraphQLArgument[] }): string {
  return args.filter(({ name }) => ["filter", "orderBy"].includes(name)).map(({ name, type }) => `${name}: ${String(type)}`).toSorted().join();
}

const bare = (type: GraphQLType): GraphQLType => (isNonNullType(type) ? type.ofType : type);

describe("the schema", () => {
  const said = types.flatMap((type) => [...everything(type)]);

  it("says of everything in it what it is, in a sentence", () => {
    expect(said.length).toBeGreaterThan(500);
    expect(said.filter(({ description }) => !/^[A-Z0-9“].*\p{L}{2}.*\.$/su.test(description ?? ""))).toEqual([]);
  });

  it("says more of it than its name, with the right article", () => {
    expect(said.filter(({ description }) => /\b[Aa] (?:[aeioAEIO](?!ne\b)|un(?!i))|\b[Aa]n (?:[b-df-gj-np-tv-z]|uni)/u.test(description ?? ""))).toEqual([]);
    const names = new Set(types.map(({ name }) => name));
    expect(said.filter(({ description }) => description === "The record." || names.has(/^An? (\w+)\.$/.exec(description ?? "")?.[1] ?? ""))).toEqual([]);
  });

  it("says something else of each value of an enum", () => {
    const repeated = types.filter(isEnumType).filter((type) => new Set(type.getValues().map(({ description }) => description)).size < type.getValues().length);
    expect(repeated.map(({ name }) => name)).toEqual([]);
  });

  it("is written in one way: Types, fields and arguments, ENUM_VALUES", () => {
    expect(types.map(({ name }) => name).filter((name) => !/^[A-Z][A-Za-z0-9]*$/.test(name))).toEqual([]);
    const inputs = types.filter(isInputObjectType).flatMap((type) => Object.keys(type.getFields()));
    const names = [...fields.flatMap(({ field }) => [field.name, ...field.args.map(({ name }) => name)]), ...inputs];
    expect(names.filter((name) => !/^[a-z][A-Za-z0-9]*$/.test(name))).toEqual([]);
    expect(types.filter(isEnumType).flatMap((type) => type.getValues()).map(({ name }) => name).filter((name) => !/^[A-Z][A-Z0-9_]*$/.test(name))).toEqual([]);
  });

  it("has one input for a record as somebody read it", () => {
    const alike = types.filter(isInputObjectType).filter((type) => Object.keys(type.getFields()).toSorted().join() === "expectedVersion,id");
    expect(alike.map(({ name }) => name)).toEqual(["RecordAsReadInput"]);
  });

  it("ends instants in At, and gives no other field of that name", () => {
    const instants = fields.filter(({ field }) => getNamedType(field.type).name === "Instant").map(({ field }) => field.name);
    expect(instants.length).toBeGreaterThan(0);
    expect(instants.filter((name) => name !== "at" && !name.endsWith("At"))).toEqual([]);
    const named = fields.filter(({ field }) => field.name === "at" || field.name.endsWith("At")).map(({ what, field }) => `${what}: ${getNamedType(field.type).name}`);
    // A count stands as at a date, which is as exact as its source.
    expect(named.filter((field) => !field.endsWith(": Instant") && !/\b(a|\w+A)sAt: PartialDate$/.test(field))).toEqual([]);
  });

  it("takes a page's four arguments for every connection, and for nothing else", () => {
    const [connections, others] = [fields.filter(isConnection), fields.filter((one) => !isConnection(one))];
    expect(connections.length).toBeGreaterThan(20);
    expect(connections.filter(({ field }) => !isNonNullType(field.type)).map(({ what }) => what)).toEqual([]);
    expect(new Set(connections.map(({ field }) => pageArguments(field)))).toEqual(new Set(["first: Int, after: String, last: Int, before: String"]));
    // The feed of changes has an end, but none that stays: it is read on in one direction, and is no list to leaf through.
    expect(others.filter(({ field }) => pageArguments(field) !== "").map(({ what }) => what)).toEqual(["Query.changes", "Subscription.changed"]);
  });

  it("has no list with a hole in it, but nodes", () => {
    const holed = fields.filter(({ field }) => {
      const type = bare(field.type);
      return isListType(type) && !isNonNullType(type.ofType);
    });
    expect(holed.map(({ what }) => what)).toEqual(["Query.nodes"]);
  });

  const queries = fields.filter(({ type }) => type === schema.getQueryType());

  it("filters and sorts every list of the query in words of its own", () => {
    const lists = queries.filter(isConnection).map(({ field }) => {
      const [filter, orderBy] = ["filter", "orderBy"].map((wanted) => String(field.args.find(({ name }) => name === wanted)?.type));
      return { of: getNamedType(field.type).name.replace(/Connection$/, ""), filter, orderBy };
    });
    expect(lists.length).toBeGreaterThan(8);
    // Plans are found by their outcomes; a search ranks what it finds by the words that were typed.
    const own = lists.filter(({ of }) => of !== "Plan" && of !== "SearchHit");
    expect(lists.length - own.length).toBe(2);
    expect(own).toEqual(own.map(({ of }) => ({ of, filter: `${of}Filter`, orderBy: `${of}Order!` })));
  });

  it("filters and sorts a list that a record or a summary leads to as the query does, but those behind a figure", () => {
    const lists = new Map(queries.filter(isConnection).map((list) => [getNamedType(list.field.type), listArguments(list.field)]));
    // A figure's records are as many as it says.
    const led = fields.filter((one) => isConnection(one) && lists.has(getNamedType(one.field.type)) && !/(Figure|Coverage|Cell)$/.test(one.type.name));
    expect(led.length).toBeGreaterThan(lists.size);
    expect(led.filter((list) => listArguments(list.field) !== lists.get(getNamedType(list.field.type))).map(({ what }) => what)).toEqual([]);
  });

  it("finds the records of every list by the system that they belong to", () => {
    const filters = fields.filter(isConnection).flatMap(({ field }) => field.args.filter(({ name }) => name === "filter").map(({ type }) => getNamedType(type))).filter(isInputObjectType);
    expect(filters.length).toBeGreaterThan(40);
    expect([...new Set(filters.filter((type) => type.getFields()["system"] === undefined).map(({ name }) => name))]).toEqual([]);
  });

  it("gives one record by its id wherever it lists such records", () => {
    const listed = queries.filter(isConnection).map(({ field }) => schema.getType(getNamedType(field.type).name.replace(/Connection$/, ""))).filter(isObjectType).filter((type) => type.getFields()["id"] !== undefined);
    expect(listed.length).toBeGreaterThan(40);
    const single = new Set(queries.filter(({ field }) => field.args.some(({ name }) => name === "id")).map(({ field }) => `${field.name}: ${String(field.type)}`));
    expect(listed.map(({ name }) => `${name.charAt(0).toLowerCase()}${name.slice(1)}: ${name}`).filter((one) => !single.has(one))).toEqual([]);
  });

  it("calls a filter by words after the one field in which they stand, and `contains` where they may stand in several", () => {
    const filters = types.filter(isInputObjectType).filter(({ name }) => name.endsWith("Filter")).flatMap((type) => Object.values(type.getFields()).map((field) => ({ of: schema.getType(type.name.replace(/Filter$/, "")), what: `${type.name}.${field.name}`, field })));
    const byWords = filters.filter(({ field }) => /contains$/i.test(field.name));
    expect(byWords.length).toBeGreaterThan(40);
    expect(byWords.filter(({ field }) => field.name === "contains" && !/ or /.test(field.description ?? "")).map(({ what }) => what)).toEqual([]);
    const after = byWords.filter(({ field }) => field.name !== "contains").filter(({ of, field }) => of === undefined || !fieldsOf(of).some(({ name }) => `${name}Contains` === field.name));
    // Said of whoever signed in, is asked, takes part, signs or holds a role, by whichever field names them.
    expect(after.map(({ what }) => what).toSorted()).toEqual(["AccountFilter.nameContains", "ConsulteeFilter.nameContains", "MembershipFilter.memberNameContains", "PersonFilter.titleContains", "PledgeSignatureFilter.signatoryContains"]);
  });

  it("answers null, and no fault, for one record that is not there", () => {
    const single = queries.filter(({ field }) => field.args.some(({ name }) => name === "id"));
    expect(single.length).toBeGreaterThan(5);
    expect(single.filter(({ field }) => isNonNullType(field.type)).map(({ what }) => what)).toEqual([]);
  });
});

describe("each kind of record", () => {
  it("is a Record of the schema, with a prefix of its own", () => {
    const record = schema.getType("Record");
    const records = isInterfaceType(record) ? schema.getPossibleTypes(record).map(({ name }) => name) : [];
    expect(kinds.map(({ type }) => type).toSorted()).toEqual(records.toSorted());
    expect(new Set(kinds.map(({ prefix }) => prefix)).size).toBe(kinds.length);
    expect(kinds.filter(({ prefix }) => !/^[a-z]{2}$/.test(prefix))).toEqual([]);
  });

  it.each(kinds.map((kind) => ({ type: kind.type, kind })))("shows all that is stored of it: $type", ({ kind }) => {
    const type = schema.getType(kind.type);
    const names = new Set(type === undefined ? [] : fieldsOf(type).map(({ name }) => name));
    expect(storedColumns(kind.table).map((column) => fieldOf(column.name)).filter((name) => !names.has(name))).toEqual([]);
  });

  it("has no column by a name that statements give to what they work out beside its columns", () => {
    const taken = new Set(["key", "sortKey", "parentKey", "certainty", "count"]);
    expect(kinds.flatMap(({ type, table }) => Object.keys(getTableColumns(table)).filter((name) => taken.has(name)).map((name) => `${type}.${name}`))).toEqual([]);
  });
});
