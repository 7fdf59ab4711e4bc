import { addDays, lastDayOfMonth, readDay, type Day } from "../../kernel/day.ts";
import { monthNames } from "../../kernel/month.ts";

/** The example's own year: month 0 is the first of twelve that have ended, month 12 the one that it is now. */
export class Calendar {
  /** The day on which the year is looked back on. */
  readonly today: Day;
  private readonly first: number;

  constructor(today: Day) {
    this.today = today;
    const [year = 0, month = 1] = today.split("-").map(Number);
    this.first = year * 12 + month - 1 - 12;
  }

  /** A day of a month of the year. */
  day(month: number, day: number): Day {
    const [year, calendarMonth] = this.at(month);
    return readDay(`${String(year).padStart(4, "0")}-${String(calendarMonth).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
  }

  /** The last day of a month. */
  end(month: number): Day {
    return lastDayOfMonth(...this.at(month));
  }

  /** The day before the year begins: what the documents say was known by then. */
  before(): Day {
    return addDays(this.day(0, 1), -1);
  }

  /** A month as people write it: June 2026. */
  month(month: number): string {
    const [year, calendarMonth] = this.at(month);
    return `${monthNames[calendarMonth - 1] ?? ""} ${year}`;
  }

  /** A span of months: the earliest and the latest day of it in one text that says both. */
  months(from: number, to: number): { readonly text: string; readonly earliest: Day; readonly latest: Day; readonly precision: "RANGE" } {
    return { text: `${this.month(from)} to ${this.month(to)}`, earliest: this.day(from, 1), latest: this.end(to), precision: "RANGE" };
  }

  /** The financial year in which a month lies. */
  financialYear(month: number): string {
    const [year, calendarMonth] = this.at(month);
    const begins = calendarMonth >= 4 ? year : year - 1;
    return `${begins}-${String((begins + 1) % 100).padStart(2, "0")}`;
  }

  private at(month: number): [year: number, month: number] {
    const count = this.first + month;
    return [Math.floor(count / 12), (count % 12) + 1];
  }
}
