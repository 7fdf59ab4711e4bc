/** The months by name, January first. */
export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/**
 * The two digits of a month that is named in full or by its first three letters (or `Sept`), in any case; null
 * otherwise.
 */
export function findMonth(name: string): string | null {
  const letters = name.toLowerCase();
  const place = monthNames.findIndex((month) =>
    [month, month.slice(0, 3)].some((form) => form.toLowerCase() === letters),
  );
  if (letters === "sept") return "09";
  return place === -1 ? null : String(place + 1).padStart(2, "0");
}
