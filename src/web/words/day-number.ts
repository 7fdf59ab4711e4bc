const millisecondsADay = 86_400_000;

/** Days since 1 January 1970, so that days can be counted and drawn. */
export function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / millisecondsADay;
}

export function dayOf(number: number): string {
  return new Date(number * millisecondsADay).toISOString().slice(0, 10);
}
