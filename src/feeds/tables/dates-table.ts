import { addDays, daysBetween, readDay, type Day } from "../../kernel/day.ts";
import { financialYearOf, readFinancialYear, type FinancialYear } from "../../kernel/financial-year.ts";
import { monthNames } from "../../kernel/month.ts";
import { refusal } from "../../kernel/problem.ts";
import { dayIn, refuseUnknown } from "./parameters.ts";
import type { CellType, Column, Parameter, Row, Table } from "./table.ts";

/** Every day with what it is a part of: what dashboards join days to, so that a month without anything is still there. */

const FROM: Parameter = { name: "from", description: "The first day; 1 April 2015 unless given.", type: "DAY", codes: [], isList: false };
const TO: Parameter = { name: "to", description: "The last day; the end of the fifth financial year from now unless given.", type: "DAY", codes: [], isList: false };

const FIRST = readDay("2015-04-01");
const YEARS_AHEAD = 5;
const MOST_DAYS = 100_000;
const AT_A_TIME = 1_000;

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

const columns: readonly Column[] = [
  column("date", "DAY", "The day."),
  column("year", "WHOLE_NUMBER", "The calendar year."),
  column("quarter", "WHOLE_NUMBER", "The quarter of the calendar year, 1 to 4."),
  column("month", "WHOLE_NUMBER", "The month, 1 to 12."),
  column("month_name", "CODE", "The month's name."),
  column("month_begins", "DAY", "The first day of the month."),
  column("week_begins", "DAY", "The Monday of its week."),
  column("weekday", "WHOLE_NUMBER", "The day of the week, 1 for Monday to 7."),
  column("weekday_name", "CODE", "The name of that day."),
  column("financial_year", "CODE", "The year from 1 April to 31 March, as 2022-23."),
  column("financial_year_begins", "DAY", "Its first day."),
  column("financial_year_ends", "DAY", "Its last day."),
  column("financial_quarter", "WHOLE_NUMBER", "The quarter of the financial year, 1 for April to June."),
  column("financial_month", "WHOLE_NUMBER", "The month of the financial year, 1 for April."),
];

function column(name: string, type: CellType, description: string): Column {
  return { name, type, description, codes: [], field: null };
}

export const datesTable: Table = {
  name: "dates",
  about: "A day, with the months, quarters and financial years that it is a part of.",
  columns,
  optional: [],
  parameters: [FROM, TO],
  ask: (query) => {
    refuseUnknown(query, [FROM, TO]);
    const [from, to] = [dayIn(query, FROM) ?? FIRST, dayIn(query, TO)];
    if (to !== null) refuseSpan(from, to);
    return {
      columns,
      followsDay: to === null,
      rows: async function* rows({ today }) {
        const last = to ?? yearsAhead(today, YEARS_AHEAD).lastDay;
        for (let day = from; day <= last; day = addDays(day, AT_A_TIME)) {
          const most = Math.min(AT_A_TIME, daysBetween(day, last) + 1);
          yield Array.from({ length: most }, (_, ahead) => rowOf(addDays(day, ahead)));
        }
      },
    };
  },
};

function refuseSpan(from: Day, to: Day): void {
  if (from > to) throw refusal("BAD_WINDOW", `These days end on ${to}, before they begin on ${from}.`, [TO.name]);
  if (daysBetween(from, to) > MOST_DAYS) throw refusal("BAD_WINDOW", `From ${from} to ${to} there are more than ${MOST_DAYS} days. Ask for fewer.`, [TO.name]);
}

function yearsAhead(today: Day, years: number): FinancialYear {
  const { firstDay } = financialYearOf(today);
  const begins = Number(firstDay.slice(0, 4)) + years;
  return readFinancialYear(`${begins}-${String(begins + 1)}`);
}

function rowOf(day: Day): Row {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  // 1 January 2001 was a Monday.
  const weekday = (((daysBetween(readDay("2001-01-01"), day) % 7) + 7) % 7) + 1;
  const { label, firstDay, lastDay } = financialYearOf(day);
  const financialMonth = ((month + 8) % 12) + 1;
  return [
    day, year, Math.ceil(month / 3), month, monthNames[month - 1] ?? null, `${day.slice(0, 8)}01`, addDays(day, 1 - weekday), weekday, weekdays[weekday - 1] ?? null,
    label, firstDay, lastDay, Math.ceil(financialMonth / 3), financialMonth,
  ];
}
