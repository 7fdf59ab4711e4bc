import { escaped, XML } from "./xml.ts";

/** The parts of a workbook that say what the others are. */

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** It stands first, before it is known how many sheets there will be: whatever is not named is one. */
export const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="${MAIN}.worksheet+xml"/>`
  + `<Override PartName="/xl/workbook.xml" ContentType="${MAIN}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${MAIN}.styles+xml"/></Types>`;

export const PACKAGE_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="workbook" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

/** Where the sheet with a number stands, from 1 on. */
export function sheetPath(number: number): string {
  return `xl/worksheets/sheet${number}.xml`;
}

/** The sheets by name, in order. */
export function workbookXml(names: readonly string[]): string {
  const sheets = names.map((name, place) => `<sheet name="${escaped(name)}" sheetId="${place + 1}" r:id="sheet${place + 1}"/>`);
  return `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.join("")}</sheets></workbook>`;
}

export function workbookRelations(count: number): string {
  const sheets = Array.from({ length: count }, (_, place) => `<Relationship Id="sheet${place + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${place + 1}.xml"/>`);
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join("")}<Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
}
