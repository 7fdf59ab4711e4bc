import { describe } from "vitest";
import { describeActs } from "./contract/acts.ts";
import { describeErasing } from "./contract/erasing.ts";
import { describeReading } from "./contract/reading.ts";
import { describeRefusals } from "./contract/refusals.ts";
import type { NewStore } from "./contract/store.ts";
import { describeRepeats } from "./contract/repeats.ts";
import { describeRestoring } from "./contract/restoring.ts";
import { describeTime } from "./contract/time.ts";
import { describeTrying } from "./contract/trying.ts";
import { describeVerifying } from "./contract/verifying.ts";
import { describeVersions } from "./contract/versions.ts";

/** What every ledger promises, wherever its entries live. */
export function describeLedger(name: string, newStore: NewStore): void {
  describe(`${name}:`, () => {
    describeActs(newStore);
    describeRefusals(newStore);
    describeRepeats(newStore);
    describeTrying(newStore);
    describeRestoring(newStore);
    describeTime(newStore);
    describeReading(newStore);
    describeVerifying(newStore);
    describeVersions(newStore);
    describeErasing(newStore);
  });
}
