const days = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });
const instants = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });
const times = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" });

/** A day as people say it: 5 July 2024. */
export function sayDay(day: string): string {
  return days.format(new Date(`${day}T00:00:00Z`));
}

/** An instant as people here say it: 5 July 2024 at 14:30. */
export function sayInstant(instant: string): string {
  return instants.format(new Date(instant));
}

/** The time of day here: 14:30. */
export function sayTime(instant: Date): string {
  return times.format(instant);
}
