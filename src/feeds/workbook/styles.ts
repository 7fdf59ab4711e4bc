import type { CellType } from "../tables/table.ts";
import { XML } from "./xml.ts";

/** How cells look, by their place in the style sheet below. */
export const style = { plain: 0, heading: 1, text: 2, whole: 3, amount: 4, day: 5, instant: 6, link: 7, title: 8, wrapped: 9, yesOrNo: 10 } as const;

/** What stands in a cell of each type, so that a spreadsheet keeps it so when somebody changes it: codes stay text. */
export const styleOf: Readonly<Record<CellType, number>> = {
  ID: style.text, TEXT: style.text, CODE: style.text, LIST: style.text,
  WHOLE_NUMBER: style.whole, AMOUNT: style.amount, DAY: style.day, INSTANT: style.instant, YES_OR_NO: style.yesOrNo,
};

/** With a format of its own for yes and no: LibreOffice shows 1 and 0 without it. */
const FORMATS = { day: 164, instant: 165, yesOrNo: 166, whole: 1, amount: 4, text: 49 } as const;

const cell = (format: number, font = 0, fill = 0, alignment = ""): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"${alignment === "" ? "/>" : ` applyAlignment="1">${alignment}</xf>`}`;

export const STYLES = `${XML}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`
  + `<numFmts count="3"><numFmt numFmtId="${FORMATS.day}" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="${FORMATS.instant}" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss.000"/><numFmt numFmtId="${FORMATS.yesOrNo}" formatCode="&quot;TRUE&quot;;&quot;TRUE&quot;;&quot;FALSE&quot;"/></numFmts>`
  + '<fonts count="4"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Arial"/></font>'
  + '<font><u/><sz val="11"/><color rgb="FF005EB8"/><name val="Arial"/></font><font><b/><sz val="16"/><name val="Arial"/></font></fonts>'
  + '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF005EB8"/></patternFill></fill></fills>'
  + '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
  + `<cellXfs count="11">${cell(0)}${cell(FORMATS.text, 1, 2)}${cell(FORMATS.text)}${cell(FORMATS.whole)}${cell(FORMATS.amount)}${cell(FORMATS.day)}${cell(FORMATS.instant)}`
  + `${cell(FORMATS.text, 2)}${cell(FORMATS.text, 3)}${cell(FORMATS.text, 0, 0, '<alignment vertical="top" wrapText="1"/>')}${cell(FORMATS.yesOrNo)}</cellXfs>`
  + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
