import { choiceWords } from "../../kernel/choice-words.ts";
import { sayMoney } from "../../kernel/money.ts";
import { sayDay, sayPartialDate } from "../../kernel/say-partial-date.ts";
import { sayQuantity } from "../../kernel/say-quantity.ts";
import type { StoredValue } from "../../ledger/value-kind.ts";
import { fieldWords } from "../field.ts";

/** A stored value as somebody would say it; of a record that it points at, the id: a name is not the value's to say. What a viewer may have of it is decided before. */
export function sayValue({ kind, value }: StoredValue): string {
  switch (kind) {
    case "RECORD": case "TEXT": case "FINANCIAL_YEAR": return value;
    case "CHOICE": return choiceWords(value);
    case "YES_OR_NO": return value ? "yes" : "no";
    case "NUMBER": return value.toLocaleString("en-GB");
    case "DAY": return sayDay(value);
    case "PARTIAL_DATE": return sayPartialDate(value);
    case "MONEY": return sayMoney(value);
    case "QUANTITY": return sayQuantity(value);
    case "WORD_LIST": return value.join("; ");
    case "GAPS": return Object.entries(value).map(([column, reason]) => `${fieldWords(column)} ${choiceWords(reason)}`).join("; ");
  }
}
