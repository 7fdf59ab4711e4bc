import * as fc from "fast-check";
import { writeFraction } from "../../src/kernel/fraction.ts";
import type { QuantityUnit } from "../../src/kernel/quantity-kind.ts";
import type { Quantity } from "../../src/kernel/quantity.ts";
import { readQuantity } from "../../src/kernel/read-quantity.ts";
import { absence } from "./arbitraries.ts";

const count = fc.integer({ min: 1, max: 100_000 });
const part = fc.tuple(count, count).map(([a, b]) => writeFraction(Math.min(a, b), Math.max(a, b) + 1));
const operator = fc.constantFrom("EXACT", "AT_LEAST", "MORE_THAN", "LESS_THAN", "ABOUT");
const text = "as in annex B";

/** Every kind of quantity there is, in these units. */
export function quantityOf(...units: QuantityUnit[]): fc.Arbitrary<Quantity> {
  return fc
    .tuple(
      fc.constantFrom(...units),
      fc.oneof(
        fc.record({ operator, value: count }),
        fc.record({ operator, fraction: part }),
        fc.tuple(count, count).map(([value, more]) => ({ value, upper: value + more })),
        fc.record({ operator: fc.constant("SEVERAL") }),
        fc.record({ status: absence }),
      ),
    )
    .map(([unit, numbers]) => readQuantity({ text, unit, ...numbers }));
}
