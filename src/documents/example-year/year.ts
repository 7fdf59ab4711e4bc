import { boards } from "./boards.ts";
import type { Calendar } from "./calendar.ts";
import { mistakes } from "./mistakes.ts";
import { money } from "./money.ts";
import { office } from "./office.ts";
import { plans } from "./plans.ts";
import { pledges } from "./pledges.ts";
import type { Chapter, Step } from "./script.ts";
import { updates } from "./updates.ts";

const chapters: readonly Chapter[] = [plans, pledges, money, updates, office, mistakes, boards];

/** All acts of the example year, day by day; on one day in the order of the chapters. */
export function exampleYear(calendar: Calendar): readonly Step[] {
  return chapters.flatMap((chapter) => chapter(calendar)).toSorted((one, other) => one.on[0] - other.on[0] || one.on[1] - other.on[1]);
}
