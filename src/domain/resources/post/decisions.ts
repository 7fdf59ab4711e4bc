import { valuesOf } from "../../../api/act/columns.ts";
import { Problems, type Ruled } from "../../../api/act/ruled.ts";
import { dateSent, isBefore, isToCome } from "../../../api/act/sent.ts";
import type { Day } from "../../../kernel/day.ts";
import { readMoney } from "../../../kernel/money.ts";
import { notKnown, type PartialDate } from "../../../kernel/partial-date.ts";
import type { Problem } from "../../../kernel/problem.ts";
import { readQuantity } from "../../../kernel/read-quantity.ts";
import { homeIn, type Home } from "../../foundation/place/rules.ts";
import type { places } from "../../foundation/place/table.ts";
import type { EndPostInput, FillPostInput, FundPostInput, RecordPostInput, VacatePostInput } from "./act-inputs.ts";
import { firstOverpaidDay, type FunderFacts } from "./rules.ts";
import { postKind, type postHolders, type posts } from "./table.ts";

type Post = Pick<typeof posts.$inferSelect, "id" | "audience" | "systemId" | "status" | "start" | "end">;
type Holder = Pick<typeof postHolders.$inferSelect, "id" | "since" | "until">;

/** A post belongs to its programme, or to a system. */
export function recordPost(sent: RecordPostInput, programme: Home | null, system: typeof places.$inferSelect | null, today: Day): Ruled {
  const wrong = new Problems();
  const { system: _, ...said } = sent;
  const home = homeIn(wrong, programme === null ? [] : [programme], system);
  const [start, end] = [dateSent(wrong, sent.start, ["start"]), dateSent(wrong, sent.end, ["end"])];
  const cost = sent.cost === null || sent.cost === undefined ? null : wrong.gather(() => readMoney(sent.cost ?? {}), ["cost"]);
  wrong.add(postProblems({ status: sent.status, start, end }, today));
  return { fields: { ...home, ...valuesOf(postKind, said), start, end, cost }, problems: wrong.all() };
}

/** What is wrong with a post as it would stand. */
export function postProblems({ status, start, end }: { readonly status: string; readonly start: PartialDate; readonly end: PartialDate }, today: Day): readonly Problem[] {
  const wrong = new Problems();
  wrong.when(isBefore(end, start), "RULE", `This post would end (${end.text}) before it begins (${start.text}). Look at the two dates again.`, ["end"]);
  wrong.when(status === "ENDED" && isToCome(end, today), "NOT_YET", "That day has not come yet, so the post has not ENDED.", ["end"]);
  return wrong.all();
}

/** What was proposed is agreed. */
export function approvePost({ status }: Pick<Post, "status">): Ruled {
  const wrong = new Problems();
  wrong.when(status !== "PROPOSED" && status !== "NOT_REPORTED", "NOT_ALLOWED_NOW", `This post is ${status}, so it is agreed already. Nothing was changed.`);
  return { fields: { status: "APPROVED" }, problems: wrong.all() };
}

/** What is agreed and held by nobody is advertised. */
export function advertisePost({ status }: Pick<Post, "status">): Ruled {
  const wrong = new Problems();
  wrong.when(status === "PROPOSED", "NOT_ALLOWED_NOW", "This post is only PROPOSED. The programme office approves it first, with approvePost.");
  wrong.when(status === "ADVERTISED" || status === "ENDED", "NOT_ALLOWED_NOW", `This post is ${status} already. Nothing was changed.`);
  wrong.when(status === "FILLED", "NOT_ALLOWED_NOW", "Somebody holds this post. Say first until when, with vacatePost.");
  return { fields: { status: "ADVERTISED" }, problems: wrong.all() };
}

/** One after another holds a post, since a day that has come; whoever it is may stay unnamed. */
export function fillPost(post: Post, sent: Pick<FillPostInput, "since" | "person">, holders: readonly Holder[], today: Day): Ruled {
  const wrong = new Problems();
  const since = dateSent(wrong, sent.since, ["since"]);
  const there = holders.filter(isThere);
  wrong.when(post.status === "PROPOSED", "NOT_ALLOWED_NOW", "This post is only PROPOSED. The programme office approves it first, with approvePost.");
  wrong.when(post.status === "ENDED", "NOT_ALLOWED_NOW", "This post is ENDED: nobody can hold it any more. If it was set up again, record it as a new post.");
  wrong.when(post.status === "FILLED", "NOT_ALLOWED_NOW", "Somebody holds this post already. Say first until when, with vacatePost; then fill it.", [], there.map(({ id }) => id));
  wrong.when(isToCome(since, today), "NOT_YET", "That day has not come yet. Fill the post once it has.", ["since"]);
  wrong.when(isBefore(since, post.start), "RULE", beforeItBegins(post), ["since"]);
  const { audience, systemId } = post;
  const personId = sent.person ?? null;
  return { fields: { audience, systemId, postId: post.id, since, personId, ...(personId === null ? { gaps: { personId: "NOT_STATED" } } : {}) }, problems: wrong.all() };
}

/** What becomes of a post that somebody leaves, and of the record of their holding it. */
export interface Vacated extends Ruled {
  readonly holder: { readonly id: string; readonly until: PartialDate } | null;
}

/** Who leaves has a last day, not before their first; the post is VACANT once nobody is left. */
export function vacatePost({ status }: Pick<Post, "status">, sent: Pick<VacatePostInput, "until" | "holder">, holders: readonly Holder[], today: Day): Vacated {
  const wrong = new Problems();
  const until = dateSent(wrong, sent.until, ["until"]);
  const there = holders.filter(isThere);
  const named = sent.holder ?? null;
  const leaving = named === null ? there[0] : there.find(({ id }) => id === named);
  wrong.when(status !== "FILLED", "NOT_ALLOWED_NOW", `This post is ${status}: nobody is recorded as holding it now. Nothing was changed.`);
  wrong.when(named === null && there.length > 1, "MISSING_FIELD", `There are ${there.length} who hold this post. Say which of them leaves.`, ["holder"], there.map(({ id }) => id));
  wrong.when(named !== null && leaving === undefined, "RULE", "This is none of those who hold the post now. Choose one of them.", ["holder"], there.map(({ id }) => id));
  wrong.when(until.status !== "KNOWN", "MISSING_FIELD", "Say when they left, as exactly as you know: a month or a year will do.", ["until"]);
  wrong.when(isToCome(until, today), "NOT_YET", "That day has not come yet. Say it once they have left.", ["until"]);
  wrong.when(leaving !== undefined && isBefore(until, leaving.since), "RULE", `They would leave before they came (${leaving?.since.text ?? ""}). Look at the day again.`, ["until"]);
  return { fields: { status: there.length > 1 ? "FILLED" : "VACANT" }, problems: wrong.all(), holder: leaving === undefined ? null : { id: leaving.id, until } };
}

/** Days of holding a post that were written down wrongly: they have come, in their order, and who holds it again takes nobody's place. */
export function amendHolder(post: Post, { standing, amended, others }: { readonly standing: Holder; readonly amended: Holder; readonly others: readonly Holder[] }, today: Day): readonly Problem[] {
  const wrong = new Problems();
  const { since, until } = amended;
  wrong.when(isToCome(since, today), "NOT_YET", "That day has not come yet. Say since when they hold it.", ["since"]);
  wrong.when(isBefore(since, post.start), "RULE", beforeItBegins(post), ["since"]);
  wrong.when(isToCome(until, today), "NOT_YET", "That day has not come yet. Say it once they have left.", ["until"]);
  wrong.when(isBefore(until, since), "RULE", `They would leave before they came (${since.text}). Look at the two days again.`, ["until"]);
  if (!isThere(standing)) wrong.add(restoreHolder(post, amended, others).map((problem) => ({ ...problem, path: ["until"] })));
  return wrong.all();
}

/** What was ended by mistake stands where it stood before, with the end that it had then. */
export function reopenPost({ status }: Pick<Post, "status">, before: Partial<Pick<Post, "status" | "end">> | null): Ruled {
  const wrong = new Problems();
  wrong.when(status !== "ENDED", "NOT_ALLOWED_NOW", `This post is ${status}: it has not ended. There is nothing to take back.`);
  return { fields: { status: before?.status ?? "NOT_REPORTED", end: before?.end ?? notKnown("UNKNOWN") }, problems: wrong.all() };
}

/** A post ends on a day that has come, once nobody holds it. */
export function endPost(post: Post, sent: Pick<EndPostInput, "end">, holders: readonly Holder[], today: Day): Ruled {
  const wrong = new Problems();
  const end = dateSent(wrong, sent.end, ["end"]);
  const there = holders.filter(isThere);
  wrong.when(post.status === "ENDED", "NOT_ALLOWED_NOW", "This post is ENDED already. Nothing was changed.");
  wrong.when(there.length > 0, "NOT_ALLOWED_NOW", "Somebody holds this post. Say first until when, with vacatePost; then end it.", [], there.map(({ id }) => id));
  wrong.when(end.status !== "KNOWN", "MISSING_FIELD", "Say when it ended, as exactly as you know: a month or a year will do.", ["end"]);
  wrong.when(isToCome(end, today), "NOT_YET", "That day has not come yet. When it is to end, amendPost says.", ["end"]);
  wrong.when(isBefore(end, post.start), "RULE", `It would end before it begins (${post.start.text}). Look at the day again.`, ["end"]);
  return { fields: { status: "ENDED", end }, problems: wrong.all() };
}

/** Somebody pays a part of a post that is left over at any day of their time; the part may not be known. */
export function fundPost(post: Pick<Post, "id" | "audience" | "systemId">, sent: FundPostInput, funders: readonly (FunderFacts & { readonly id: string })[]): Ruled {
  const wrong = new Problems();
  const share = wrong.gather(() => readQuantity(sent.share ?? "unknown"), ["share"]);
  const amount = sent.amount === null || sent.amount === undefined ? null : wrong.gather(() => readMoney(sent.amount ?? {}), ["amount"]);
  const period = dateSent(wrong, sent.period, ["period"]);
  const { audience, systemId } = post;
  if (share !== null) wrong.add(shareProblems({ share, period }, funders));
  const { role, organisation = null, healthIntegrationTeam = null, group = null, description = null, award = null } = sent;
  return {
    fields: { audience, systemId, postId: post.id, role, organisationId: organisation, healthIntegrationTeamId: healthIntegrationTeam, groupId: group, description, awardId: award, share, amount, period },
    problems: wrong.all(),
  };
}

/** What is wrong with the share that somebody pays beside others: it is a part of the whole, and on no day do all come to more. */
export function shareProblems(funder: FunderFacts, others: readonly (FunderFacts & { readonly id: string })[]): readonly Problem[] {
  const wrong = new Problems();
  const { share } = funder;
  const isPart = share.status !== "KNOWN" || share.fraction !== null;
  wrong.when(!isPart, "INVALID_QUANTITY", `“${share.text}” is not a part of the whole. Write it as 1/2, two thirds or 60%, or write “not stated”.`, ["share"]);
  const day = firstOverpaidDay([...others, funder]);
  const when = day === null || day.startsWith("0001") ? "" : ` on ${day}`;
  wrong.when(
    day !== null, "RULE",
    `With this, the shares of the post would add up to more than the whole${when}. Look at the share and its period again, or first say until when another pays.`, ["share"], others.map(({ id }) => id),
  );
  return wrong.all();
}

/** Who is recorded as holding a post comes back where nobody has taken their place, and while there is such a post. */
export function restoreHolder({ status }: Pick<Post, "status">, holder: Holder, others: readonly Holder[]): readonly Problem[] {
  const wrong = new Problems();
  if (!isThere(holder)) return [];
  const there = others.filter(isThere).map(({ id }) => id);
  wrong.when(status === "ENDED", "NOT_ALLOWED_NOW", "This post is ENDED: nobody can hold it any more.");
  wrong.when(there.length > 0, "NOT_ALLOWED_NOW", "Somebody else holds this post by now. Say first until when, with vacatePost.", [], there);
  return wrong.all();
}

/** What a post is once somebody is not recorded as holding it any more, or is again; null where that changes nothing. */
export function heldBy({ status }: Pick<Post, "status">, holders: readonly Holder[]): Post["status"] | null {
  const isHeld = holders.some(isThere);
  if (status === "FILLED" && !isHeld) return "VACANT";
  return isHeld && status !== "FILLED" && status !== "ENDED" ? "FILLED" : null;
}

function beforeItBegins({ start }: Pick<Post, "start">): string {
  return `The post begins ${start.text}, and nobody holds it before. Look at the day again, or amend the post's start.`;
}

/** No last day is known of them. */
function isThere({ until }: Pick<Holder, "until">): boolean {
  return until.status !== "KNOWN";
}
