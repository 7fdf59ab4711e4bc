import { pledgeSignatureById, pledgeVersionById } from "../../domain/promises/pledge/loaders.ts";
import { dueBy, termsOf } from "../../domain/promises/pledge/rules.ts";
import { pledgeActionKind, type pledgeActions } from "../../domain/promises/pledge/table.ts";
import { choiceWords } from "../../kernel/choice-words.ts";
import { checkPartialDate, notKnown } from "../../kernel/partial-date.ts";
import { lastChanged } from "./changed.ts";
import { textIn, type DatedKind } from "./dated-kind.ts";
import { dateLine, daysOf, exampleLine, statusOf, uidOf } from "./event.ts";

/** An action of a pledge lies where it is due: as recorded, or as long after signing as the pledge gives. */
export const datedActions: DatedKind<typeof pledgeActions> = {
  kind: pledgeActionKind,
  dates: ["due"],
  risesBy: "ENTRY",
  event: async (context, row) => {
    const signature = await pledgeSignatureById(context, row.signatureId);
    const version = await pledgeVersionById(context, signature?.pledgeVersionId ?? null);
    const date = dueBy(row.due, signature?.signed ?? notKnown("UNKNOWN"), termsOf(version));
    const days = daysOf(date);
    if (days === null) return null;
    const changed = lastChanged(context.moment.ledger, [row.id, ...(signature === null ? [] : [signature.id]), ...(version === null ? [] : [version.id])]);
    return {
      // The day follows from the signature and from what was signed too: the last entry that changed any of them rises with each.
      uid: uidOf(row.id), sequence: changed.entry, changedAt: changed.at, ...days,
      summary: `${row.progress === "DONE" ? "Done: " : "Pledged: "}${row.statement}`,
      description: [dateLine("Due", date), `Action of a pledge: ${choiceWords(row.progress)}`, ...exampleLine(row)],
      status: statusOf(date, false),
      path: `/signatures/${row.signatureId}`,
    };
  },
  wasAt: (record) => {
    const days = daysOf(checkPartialDate(record["due"]));
    return days === null ? null : { ...days, summary: `Pledged: ${textIn(record, "statement")}` };
  },
};
