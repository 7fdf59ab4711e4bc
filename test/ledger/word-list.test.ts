import { expect, it } from "vitest";
import { wordList } from "../../src/ledger/column.ts";
import { getTableColumns } from "drizzle-orm";
import { sqliteTable } from "drizzle-orm/sqlite-core";

const { labels } = getTableColumns(sqliteTable("tasks", { labels: wordList() }));

it("a list of words holds words, each of which could stand by itself", () => {
  expect(labels.mapToDriverValue(["one", "two"])).toBe('["one","two"]');
});

it.each([["one", "two\0"], ["\ud800"], ["\u001b[2J"], [" "], [1], "one"])("a list of words does not hold %j", (...sent) => {
  expect(() => labels.mapToDriverValue(sent.length === 1 && sent[0] === "one" ? "one" : sent)).toThrow(/This (holds characters that are not text|needs some words|is a list of words)/);
});
