import { expect, it } from "vitest";
import { openContext, type Context } from "../../../src/api/context.ts";
import { changeTold } from "../../../src/api/changes/as-they-come.ts";
import { cursorHere } from "../../../src/api/changes/place.ts";
import { LiveEvent } from "../../../src/api/changes/live.ts";
import { nobody, type Viewer } from "../../../src/api/access/viewer.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { memberOf, openWorld } from "../../support/domain-world.ts";

it("a change that was read for somebody is not told to them once they may see less, though it was on its way", async () => {
  const world = await openWorld();
  const system = await world.given.place({ level: "SYSTEM" });
  const lease = world.ledger.lease();
  const contextOf = (viewer: Viewer, event: LiveEvent | null): Context => openContext({ moment: lease, viewer, smallNumber: 5, today: readDay("2024-07-05"), deadline: Number.POSITIVE_INFINITY, event });
  const event = new LiveEvent(cursorHere(contextOf(memberOf(system), null)), "a change");
  expect(changeTold(contextOf(memberOf(system), event))).toBe("a change");
  expect(() => changeTold(contextOf(nobody, event))).toThrow("Begin anew");
  expect(() => changeTold(contextOf(nobody, null))).toThrow("over a stream");
  lease.release();
});
