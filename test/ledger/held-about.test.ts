import { expect, it } from "vitest";
import { erasableKinds, Somebody } from "../support/erasable.ts";
import { openLedger } from "../support/ledger.ts";
import { Task } from "../support/world.ts";
import { act, codesOf } from "./contract/store.ts";

const kinds = erasableKinds;

it("tells all that is held about somebody: each version, whatever names them, and what they did; and once they are erased, only what they did", async () => {
  const ledger = await openLedger({ kinds });
  const { value: id } = await ledger.commit(act(), (draft) => draft.create(Somebody, { title: "Xanthe Quibble" }));
  const { value: other } = await ledger.commit(act(), (draft) => draft.create(Somebody, { title: "Ottoline Fenwick" }));
  await ledger.commit(act({ reason: "Xanthe Quibble asked for it" }), (draft) => draft.create(Task, { projectId: other ?? "", title: "Ring Ms Quibble-Hart", state: "OPEN", labels: [] }));
  await ledger.commit(act({ actor: id ?? "" }), (draft) => draft.create(Task, { projectId: other ?? "", title: "Roof", state: "OPEN", labels: [] }));
  await ledger.commit(act(), (draft) => draft.change(Somebody, id ?? "", { title: "Xanthe Hart" }));

  const held = ledger.heldAbout(id ?? "", ["Quibble-Hart"]);
  expect(held.map(({ entry, what, text, record }) => [entry, what, text ?? record?.says ?? null])).toEqual([
    [1, "RECORD", expect.objectContaining({ title: "Xanthe Quibble" })],
    [3, "REASON", "Xanthe Quibble asked for it"],
    [3, "RECORD", expect.objectContaining({ title: "Ring Ms Quibble-Hart" })],
    [4, "ACT", null],
    [5, "RECORD", expect.objectContaining({ title: "Xanthe Hart" })],
  ]);
  expect(ledger.heldAbout(id ?? "", []).map(({ entry }) => entry)).toEqual([1, 3, 4, 5]);
  expect(JSON.stringify(held)).not.toContain("Ottoline");

  await ledger.commit(act(), (draft) => { draft.erase(Somebody, id ?? "", ["Quibble-Hart"]); });
  const left = ledger.heldAbout(id ?? "", []);
  expect(JSON.stringify(left)).not.toMatch(/Xanthe|Quibble/);
});

it("refuses what is nobody's id", async () => {
  const ledger = await openLedger({ kinds });
  const { value: project } = await ledger.commit(act(), (draft) => draft.create(Somebody, { title: "Xanthe Quibble" }));
  const { value: task } = await ledger.commit(act(), (draft) => draft.create(Task, { projectId: project ?? "", title: "Roof", state: "OPEN", labels: [] }));
  for (const [id, code] of [[task ?? "", "INVALID_ID"], ["nonsense", "INVALID_ID"], ["pj_0000000000000000", "NOT_FOUND"]] as const) {
    expect(await codesOf(Promise.resolve().then(() => ledger.heldAbout(id, [])))).toEqual([code]);
  }
});
