import { said } from "../../../api/act/reason.ts";
import { Problems, type RuledFor } from "../../../api/act/ruled.ts";
import type { Day } from "../../../kernel/day.ts";
import { readPartialDate, type PartialDateInput } from "../../../kernel/read-partial-date.ts";
import type { FieldValues } from "../../../ledger/record.ts";
import { ratingIn, scaleOf, wordsFor } from "./schemes.ts";
import type { judgements } from "./table.ts";

type Judgement = typeof judgements.$inferSelect;

/** What of a judgement is decided upon. */
export interface Judging {
  readonly dimension: string;
  readonly scheme: string;
  readonly localScheme?: string | null | undefined;
  readonly rating: string;
  readonly wording?: string | null | undefined;
  readonly judged?: PartialDateInput | null | undefined;
  readonly judgedById?: string | null | undefined;
  readonly judgedByHealthIntegrationTeamId?: string | null | undefined;
}

/** A rating is a word of its scheme and travels with what the scheme says that it means. No rating is ever supplied here. */
export function judge(judging: Judging, taken: ReadonlySet<string>, today: Day): RuledFor<typeof judgements> {
  const wrong = new Problems();
  const { dimension, scheme, localScheme, judged } = judging;
  const scale = scaleOf(scheme);
  const rating = scale === null ? judging.rating : ratingIn(scale, judging.rating);
  const wording = said(judging.wording) ?? wordsFor(scheme, judging.rating);
  const on = wrong.gather(() => readPartialDate(judged ?? today), ["judged"]);
  wrong.when(taken.has(dimension), "ALREADY_EXISTS", `This report judges ${dimension} already. Change that judgement, or take it out.`, ["dimension"]);
  wrong.when(scale !== null && rating === null, "INVALID_CHOICE", `This scheme rates ${Object.keys(scale ?? {}).join(", ")}. Choose one of them, or another scheme.`, ["rating"]);
  wrong.when(rating !== null && wording === null, "MISSING_FIELD", "Say what the scheme says that this rating means, so that whoever reads it need not guess.", ["wording"]);
  wrong.when(scheme === "LOCAL" && said(localScheme) === null, "MISSING_FIELD", "Say what the local scheme calls itself.", ["localScheme"]);
  wrong.when(scheme !== "LOCAL" && said(localScheme) !== null, "RULE", "Only a local scheme has a name of its own. Leave it out, or choose LOCAL.", ["localScheme"]);
  wrong.when(on !== null && on.earliest !== null && on.earliest > today, "NOT_YET", "That day has not come yet. Nobody has judged then.", ["judged"]);
  // Without words it is refused above: its column need not complain of the same once more.
  return { fields: { ...judging, rating: rating ?? judging.rating, wording: wording ?? judging.rating, judged: on }, problems: wrong.all() };
}

/**
 * What is different in a judgement. Another rating, or another scheme, was judged when it was changed, and has other words:
 * those that are sent, else the scheme's own. Words that are sent as they were seen count where we do not hold the scheme's.
 */
export function rejudge(judgement: Judgement, { edits, wording: asSeen }: { readonly edits: FieldValues; readonly wording: string | null }, today: Day): RuledFor<typeof judgements> {
  const { id: _, version: __, ...standing } = judgement;
  const isAnother = Object.hasOwn(edits, "rating") || Object.hasOwn(edits, "scheme") || Object.hasOwn(edits, "localScheme");
  const withoutName = Object.hasOwn(edits, "scheme") ? { localScheme: null } : {};
  const edited = { ...standing, ...withoutName, ...edits };
  const anew = isAnother ? { wording: wordsFor(edited.scheme, edited.rating) ?? asSeen, judged: null } : {};
  const { fields, problems } = judge({ ...edited, ...anew, ...edits }, new Set(), today);
  const { rating, wording, judged } = fields;
  return { fields: { ...withoutName, ...edits, rating, wording, judged }, problems };
}
