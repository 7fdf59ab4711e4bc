/** The financial years from 2019-20 to the one after the one in which a day lies. They begin on 1 April. */
export function financialYearsUntil(day: string): string[] {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const last = (month >= 4 ? year : year - 1) + 1;
  return Array.from({ length: Math.max(0, last - 2019 + 1) }, (_, index) => labelOf(2019 + index));
}

function labelOf(begins: number): string {
  return `${begins}-${String((begins + 1) % 100).padStart(2, "0")}`;
}
