import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
import { anyReference, day, financialYear, gaps, identity, money, oneOf, partialDate, quantity, wholeNumber, wordList, words, yesOrNo } from "../../src/ledger/column.ts";
import { recordKind } from "../../src/ledger/concept.ts";
import { storedColumns } from "../../src/ledger/graph.ts";
import { valueIn, valueKindOf } from "../../src/ledger/value-kind.ts";
import { concepts } from "../../src/schema.ts";

const everything = sqliteTable("everything", {
  ...identity, aboutId: anyReference(), title: words(), state: oneOf(["OPEN", "DONE"]), urgent: yesOrNo(), points: wholeNumber(), due: day(), year: financialYear(),
  held: partialDate(), cost: money(), people: quantity(), labels: wordList(), gaps: gaps(),
});

describe("valueKindOf", () => {
  it("knows every kind of column", () => {
    expect(storedColumns(everything).map((column) => [column.name, valueKindOf(column)])).toEqual([
      ["id", "RECORD"], ["version", "NUMBER"], ["aboutId", "RECORD"], ["title", "TEXT"], ["state", "CHOICE"], ["urgent", "YES_OR_NO"], ["points", "NUMBER"], ["due", "DAY"], ["year", "FINANCIAL_YEAR"],
      ["held", "PARTIAL_DATE"], ["cost", "MONEY"], ["people", "QUANTITY"], ["labels", "WORD_LIST"], ["gaps", "GAPS"],
    ]);
  });

  it("takes what points at a record for that, and nothing else", () => {
    const columns = concepts.flatMap(({ kinds }) => kinds.flatMap(({ table }) => storedColumns(table)));
    expect(columns.filter((column) => (valueKindOf(column) === "RECORD") !== (column.name === "id" || column.name.endsWith("Id"))).map(({ name }) => name)).toEqual([]);
  });

  it("lets no kind of record have a column that nobody can say anything of", () => {
    expect(() => recordKind("Lesson", "le", sqliteTable("lessons", { ...identity, learned: text() }))).toThrow("Nobody can say what the column learned holds. Make it with one of the functions of column.ts.");
  });
});

describe("valueIn", () => {
  it("says what stands there, by the column and not by what it looks like", () => {
    expect(valueIn(everything, "title", "2024-07-05")).toEqual({ kind: "TEXT", value: "2024-07-05" });
    expect(valueIn(everything, "title", "ms_0123456789abcdef")).toEqual({ kind: "TEXT", value: "ms_0123456789abcdef" });
    expect(valueIn(everything, "due", "2024-07-05")).toEqual({ kind: "DAY", value: "2024-07-05" });
    expect([valueIn(everything, "due", null), valueIn(everything, "due", undefined), valueIn(everything, "elsewhere", "x")]).toEqual([null, null, null]);
  });
});
