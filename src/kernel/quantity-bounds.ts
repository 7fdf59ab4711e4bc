import type { Quantity } from "./quantity.ts";

/** The least and the most that a quantity can be. The most is null where nothing limits it. */
export interface Bounds {
  readonly least: number;
  readonly most: number | null;
}

/** Null where it has no bounds: no number, or one that is only about right. */
export function boundsOf({ operator, value, upper }: Quantity): Bounds | null {
  if (value === null) return null;
  switch (operator) {
    case "EXACT":
      return { least: value, most: value };
    case "AT_LEAST":
      return { least: value, most: null };
    case "MORE_THAN":
      return { least: value + 1, most: null };
    case "LESS_THAN":
      return { least: 0, most: value - 1 };
    case "BETWEEN":
      return { least: value, most: upper };
    case "ABOUT":
    case "SEVERAL":
    case "UNKNOWN":
      return null;
  }
}
