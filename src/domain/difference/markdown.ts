import type { Context } from "../../api/context.ts";
import { grouped } from "../../kernel/grouped.ts";
import { asMarkdown } from "../../kernel/markdown.ts";
import { sayDay } from "../../kernel/say-partial-date.ts";
import { spokenOf } from "../../ledger/called.ts";
import { changeGroups, type ChangeGroup } from "../board-reading.ts";
import { actsBehind, movesIn } from "./acts.ts";
import type { Difference, Placed } from "./difference.ts";
import { groupTitles } from "./groups.ts";
import { inSlices } from "./in-slices.ts";
import { isWhole, wholeOfItem } from "./parts.ts";
import type { Readings } from "./readings-of.ts";
import type { Scope } from "./scope.ts";
import type { Side } from "./sides.ts";
import { tellingOf } from "./telling.ts";

/** Headings under which everything is of one kind, or says itself of what. */
const ONE_KIND: ReadonlySet<ChangeGroup> = new Set(["MET", "SLIPPED", "NOT_MET", "RECOVERED", "REBASELINED", "RE_RATED", "WAIVED"]);

/** A difference as Markdown, ready to paste into a paper: a heading for each group, a line for each item, of each group at most so many. What text says stays text. */
export async function markdownOf(context: Context, readings: Readings, difference: Difference, mostLines: number): Promise<string> {
  const { request: { from, to, scope }, items, names } = difference;
  const byGroup = grouped(items, ({ group }) => group);
  const sections: string[] = [];
  for (const group of changeGroups) {
    const all = byGroup.get(group) ?? [];
    if (all.length === 0) continue;
    const lines = await inSlices(context, all.slice(0, mostLines), async (item) => lineOf(context, readings, difference, item));
    const more = all.length - lines.length;
    sections.push(`## ${groupTitles[group]} (${all.length.toLocaleString("en-GB")})`, [...lines, ...(more > 0 ? [`- … and ${more.toLocaleString("en-GB")} more`] : [])].join("\n"));
  }
  const of = await Promise.all(idsOf(scope).map(async (id) => names.of(id)));
  const about = of.length === 0 ? "" : ` About ${of.map(asMarkdown).join(", ")}.`;
  const head = [`# What changed ${from.entry === 0 ? "up to" : `between ${sayDay(from.day)} and`} ${sayDay(to.day)}`, `${saySide("From", from)}, ${saySide("to", to)}.${about}`];
  return `${[...head, ...(items.length === 0 ? ["Nothing changed."] : sections)].join("\n\n")}\n`;
}

function saySide(word: string, { entry, day }: Side): string {
  return entry === 0 ? `${word} the beginning` : `${word} how things stood on ${sayDay(day)} (entry ${entry})`;
}

function idsOf({ system, place, programmes, workstream, healthIntegrationTeam, organisation }: Scope): string[] {
  return [system, place, ...(programmes ?? []), workstream, healthIntegrationTeam, organisation].filter((id) => id !== null);
}

async function lineOf(context: Context, readings: Readings, difference: Difference, item: Placed): Promise<string> {
  const { sides, names } = difference;
  const [whole, told, acts] = await Promise.all([wholeOfItem(sides, item), tellingOf(context, names, item), actsBehind(context, readings, difference, item)]);
  const about = whole === null ? null : await names.of(whole.id);
  const kind = ONE_KIND.has(item.group) ? "" : `, ${spokenOf(item.reading.kind)}`;
  const within = about === null || item.title.includes(about) ? "" : ` (${asMarkdown(about)})`;
  const reason = acts.find((act) => act.reason !== null)?.reason ?? null;
  const moves = isWhole(item) ? 0 : movesIn(acts, item);
  const pieces = [...told.map(asMarkdown), ...(moves > 1 ? [`changed ${moves} times`] : []), ...(reason === null ? [] : [`“${asMarkdown(reason)}”`])];
  return `- **${asMarkdown(item.title)}**${kind}${within}${pieces.length === 0 ? "" : ` – ${pieces.join("; ")}`}`;
}
