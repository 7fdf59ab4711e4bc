/** Writes a part of a whole exactly and in lowest terms: `1/2`. Null where it is no part, from none of it to all. */
export function writeFraction(part: number, whole: number): string | null {
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(whole) || part < 0 || whole < 1 || part > whole) return null;
  const shared = greatestDivisor(part, whole);
  return `${part / shared}/${whole / shared}`;
}

/** Whether it is written as `writeFraction` writes it. */
export function isFraction(value: unknown): value is string {
  if (typeof value !== "string") return false;
  const [, part, whole] = /^(\d+)\/(\d+)$/.exec(value) ?? [];
  return writeFraction(Number(part), Number(whole)) === value;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
