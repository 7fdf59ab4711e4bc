import type { FileRow } from "./cells.ts";

/**
 * The files that the NHS Organisation Data Service publishes: no first row that names columns, and always the same 27 in the same order.
 * What we call a body stands in them in capitals, so its name is taken only where it is new here.
 */
export const odsFiles = {
  ODS: { about: "Any of its files: code, name, and when it opened and closed.", kind: null, sitesOf: false },
  ODS_ETR: { about: "NHS trusts, etr.csv.", kind: "NHS_TRUST", sitesOf: false },
  ODS_ETS: { about: "Sites of NHS trusts, ets.csv: services of the trust whose code theirs begins with.", kind: "SERVICE", sitesOf: true },
} as const;

export type OdsFile = keyof typeof odsFiles;

const CODE = 0;
const NAME = 1;
const POSTCODE = 9;
const OPENED = 10;
const CLOSED = 11;
const PARENT = 14;

/** A record of such a file as a row of the table of organisations; null for what is none. */
export function odsRow(file: OdsFile, number: number, record: readonly string[]): FileRow | null {
  const at = (place: number): string => (record[place] ?? "").trim();
  const code = at(CODE);
  if (code === "") return null;
  const { kind, sitesOf } = odsFiles[file];
  const closed = dayIn(at(CLOSED));
  const parent = sitesOf ? (at(PARENT) === "" ? code.slice(0, 3) : at(PARENT)) : "";
  const said: readonly (readonly [string, string | null])[] = [
    ["org_id", `GB-NHS-${code}`], ["name", at(NAME)], ["kind", kind], ["sector", "NHS"], ["status", closed === null ? "ACTIVE" : "DISSOLVED"],
    ["since_text", dayIn(at(OPENED))], ["until_text", closed], ["parent_org_id", parent === "" ? null : `GB-NHS-${parent}`],
  ];
  return { number, cells: new Map(said.flatMap(([column, cell]): [string, string][] => (cell === null || cell === "" ? [] : [[column, cell]]))), onlyNew: ONLY_NEW };
}

const ONLY_NEW: ReadonlySet<string> = new Set(["name", "kind", "sector", "parent"]);

/** Whether a record has the shape of such a file: a code, a name and, where they stand, days without hyphens. */
export function isOds(record: readonly string[]): boolean {
  return record.length > POSTCODE && /^[A-Z0-9]{3,9}$/.test(record[CODE] ?? "") && [OPENED, CLOSED].every((place) => /^(\d{8})?$/.test((record[place] ?? "").trim()));
}

/** YYYYMMDD as a day; null where nothing stands there. */
function dayIn(digits: string): string | null {
  return digits === "" ? null : digits.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
}
