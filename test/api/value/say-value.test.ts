import { expect, it } from "vitest";
import { sayValue } from "../../../src/api/value/say-value.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { readMoney } from "../../../src/kernel/money.ts";
import { readPartialDate } from "../../../src/kernel/read-partial-date.ts";
import { readQuantity } from "../../../src/kernel/read-quantity.ts";
import type { StoredValue } from "../../../src/ledger/value-kind.ts";

it.each<[StoredValue, string]>([
  [{ kind: "RECORD", value: "ms_0123456789abcdef" }, "ms_0123456789abcdef"],
  [{ kind: "TEXT", value: "NOT_A_CHOICE" }, "NOT_A_CHOICE"],
  [{ kind: "CHOICE", value: "IN_PROGRESS" }, "in progress"],
  [{ kind: "CHOICE", value: "NHS_TRUST" }, "NHS trust"],
  [{ kind: "YES_OR_NO", value: true }, "yes"],
  [{ kind: "NUMBER", value: 1_200 }, "1,200"],
  [{ kind: "DAY", value: readDay("2024-07-05") }, "5 July 2024"],
  [{ kind: "FINANCIAL_YEAR", value: "2022-23" }, "2022-23"],
  [{ kind: "PARTIAL_DATE", value: readPartialDate("April / May 2023 (estimated)") }, "April to May 2023 (estimated)"],
  [{ kind: "MONEY", value: readMoney("£15,450") }, "£15,450"],
  [{ kind: "QUANTITY", value: readQuantity("12 people") }, "12 people"],
  [{ kind: "WORD_LIST", value: ["one", "another"] }, "one; another"],
  [{ kind: "GAPS", value: { ownerOrganisationId: "NOT_STATED", theme: "UNKNOWN" } }, "owner organisation not stated; theme unknown"],
])("%j is said as %s", (value, words) => {
  expect(sayValue(value)).toBe(words);
});
