import { getNamedType, type GraphQLObjectType } from "graphql";
import type { Flattening } from "../../tables/flat.ts";
import { VALUES } from "../../tables/flat.ts";
import type { Column } from "../../tables/table.ts";
import { EMPTY, itemsIn, type Cells } from "./cells.ts";
import type { DayForm } from "./day-form.ts";
import { dateIn, moneyIn, plainIn, quantityIn, type Codes, type Parts } from "./values.ts";

/** How a row names a record that one of its fields points at: by whichever of these is given, the first first. */
export interface Pointing {
  readonly id?: string | undefined;
  readonly reference?: string | undefined;
  readonly orgId?: string | undefined;
  readonly name?: string | undefined;
  /** In a column with the field's own name: any of them. */
  readonly any?: string | undefined;
}

/** A field that a row can give, and the columns in which it does. */
export interface ImportField {
  readonly name: string;
  readonly isList: boolean;
  readonly columns: readonly Column[];
  /** The column that is named where something is wrong with the field, or with a part of it. */
  readonly columnOf: (part: string | undefined) => string;
  /** The types of the records that it points at; none where it holds a value. */
  readonly pointsAt: readonly string[];
  /** Its value, or how it points at records; undefined where the row says nothing of it. */
  readonly read: (cells: Cells, form: DayForm | null) => unknown;
}

const VALUE_READERS: Readonly<Record<string, (parts: Parts, codes: Codes, form: DayForm | null) => unknown>> = { PartialDate: dateIn, Money: moneyIn, Quantity: quantityIn };

/** Lays out a field as its table does, and reads it back from there. */
export function importField(flattening: Flattening, type: GraphQLObjectType, name: string): ImportField {
  const [flat] = flattening.of(type, name);
  if (flat === undefined) throw new Error(`${type.name}.${name} stands in no column.`);
  const { columns, graph } = flat;
  const inside = getNamedType(graph.type);
  if (flattening.leadsToRecords(inside)) return pointingField(name, columns, { types: flattening.typesOf(inside), isList: graph.isList });
  const [first] = columns;
  if (first === undefined) throw new Error(`${type.name}.${name} stands in no column.`);
  const read = VALUE_READERS[inside.name];
  if (read !== undefined && !graph.isList) return valueField(name, columns, VALUES[inside.name] ?? [], read);
  return {
    name, isList: graph.isList, columns: [first], pointsAt: [], columnOf: () => first.name,
    read: (cells, form) => {
      const cell = cells.get(first.name);
      if (cell === undefined) return undefined;
      if (cell === EMPTY) return null;
      return graph.isList ? itemsIn(cell).map((item) => plainIn({ type: "TEXT", codes: first.codes }, item, form)) : plainIn(first, cell, form);
    },
  };
}

/** A value that stands in several columns, one for each of its parts; its own name alone is that of its words. */
function valueField(name: string, laid: readonly Column[], parts: readonly string[], read: (parts: Parts, codes: Codes, form: DayForm | null) => unknown): ImportField {
  const columns = laid.flatMap((column, place) => ({ part: parts[place] ?? "", column }));
  const codes = Object.fromEntries(columns.map(({ part, column }) => [part, column.codes.map(({ code }) => code)]));
  const [first] = columns;
  return {
    name, isList: false, columns: laid, pointsAt: [],
    columnOf: (part) => (columns.find((one) => one.part === part) ?? first)?.column.name ?? name,
    read: (cells, form) => {
      const given = Object.fromEntries(columns.map(({ part, column }) => [part, cells.get(column.name)]));
      return Object.values(given).includes(EMPTY) ? null : read(given, codes, form);
    },
  };
}

/** A field that leads to a record, by its id, by a reference of the importer's, by an identifier of the field or by its name. */
function pointingField(name: string, laid: readonly Column[], { types, isList }: { readonly types: readonly string[]; readonly isList: boolean }): ImportField {
  const plain = laid.find(({ name: column }) => column.endsWith(isList ? "_ids" : "_id"));
  if (plain === undefined) throw new Error(`${name} has no column for ids.`);
  const stem = plain.name.replace(/_ids?$/, "");
  const beside = (suffix: string, description: string, type: Column["type"] = "TEXT"): Column => ({ name: `${stem}${suffix}`, type, description, codes: [], field: null });
  const isOrganisation = types.includes("Organisation");
  const [reference, named, orgId, any] = [
    beside("_reference", "In the place of its id: what your own list calls it."),
    beside("_name", "In the place of its id: what it is called, where only one is called so."),
    beside("_org_id", "In the place of its id: its identifier of the field, as GB-NHS-RVJ.", "ID"),
    beside("", `In the place of its id: an id, a reference, ${isOrganisation ? "an identifier of the field " : ""}or a name.`),
  ];
  if (isList) {
    return {
      name, isList, columns: [plain], pointsAt: types, columnOf: () => plain.name,
      read: (cells) => {
        const cell = cells.get(plain.name);
        return cell === undefined ? undefined : cell === EMPTY ? [] : itemsIn(cell).map((id): Pointing => ({ id }));
      },
    };
  }
  return {
    name, isList, columns: [plain, reference, ...(isOrganisation ? [orgId] : []), named, any], pointsAt: types, columnOf: () => plain.name,
    read: (cells) => {
      const pointing: Pointing = { id: cells.get(plain.name), reference: cells.get(reference.name), orgId: cells.get(orgId.name), name: cells.get(named.name), any: cells.get(any.name) };
      const said = Object.values(pointing).filter((cell) => cell !== undefined);
      return said.length === 0 ? undefined : said.includes(EMPTY) ? null : pointing;
    },
  };
}
