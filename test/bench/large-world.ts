import "reflect-metadata";
import { milestoneKind } from "../../src/domain/delivery/milestone/table.ts";
import { boardPackKind } from "../../src/domain/delivery/board-pack/table.ts";
import { programmeKind } from "../../src/domain/delivery/programme/table.ts";
import { workstreamKind } from "../../src/domain/delivery/workstream/table.ts";
import { placeKind } from "../../src/domain/foundation/place/table.ts";
import { groupKind } from "../../src/domain/partners/group/table.ts";
import { organisationKind } from "../../src/domain/partners/organisation/table.ts";
import { newId } from "../../src/kernel/identity.ts";
import { MOST_CHANGES } from "../../src/ledger/entry.ts";
import type { Draft } from "../../src/ledger/draft.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";

const MILESTONES = 20_000;
const CHANGES = 200_000;
const WORKSTREAMS = 400;
const PROGRAMMES = 40;
const ORGANISATIONS = 200;

const words = ["Trauma", "training", "network", "champions", "co-ordinator", "strategy", "launch", "evaluation", "framework", "pathway", "review"];

/** A title that reads like one; the same for the same number. */
function title(number: number): string {
  const pick = (step: number): string => words[Math.floor(number / step) % words.length] ?? "";
  return `${pick(1)} ${pick(11)} ${pick(121)} ${number}`;
}

function numbers(from: number, until: number): number[] {
  return Array.from({ length: until - from }, (_, index) => from + index);
}

function monthOf(number: number): string {
  return `${2023 + (number % 4)}-${String(1 + (number % 12)).padStart(2, "0")}`;
}

function id(prefix: string, number: number): string {
  return newId(prefix, `bench/${number}`);
}

/** Fills an empty ledger with 20,000 milestones and all that they are part of, in 200,000 changes: each milestone is reforecast nine times. Half of it is frozen for a board. */
export async function fillLargeWorld(ledger: Ledger): Promise<void> {
  const act = async (decide: (draft: Draft) => void): Promise<void> => {
    await ledger.commit({ name: "bench:fill", actor: "bench" }, decide);
  };
  const system = id(placeKind.prefix, 0);
  await act((draft) => {
    draft.create(placeKind, { audience: "PUBLIC", name: "The system", level: "SYSTEM" }, system);
    for (const number of numbers(0, ORGANISATIONS)) draft.create(organisationKind, { audience: "PUBLIC", name: `Organisation ${number}`, status: "ACTIVE" }, id(organisationKind.prefix, number));
    for (const number of numbers(0, PROGRAMMES)) draft.create(programmeKind, { audience: "PUBLIC", name: `Programme ${number}`, status: "ACTIVE", systemId: system }, id(programmeKind.prefix, number));
    for (const number of numbers(0, WORKSTREAMS)) {
      const programmeId = id(programmeKind.prefix, number % PROGRAMMES);
      draft.create(workstreamKind, { audience: "PUBLIC", name: `Workstream ${number}`, theme: "TRAINING", status: "IN_PROGRESS", systemId: system, programmeId }, id(workstreamKind.prefix, number));
    }
  });
  const milestone = (number: number): string => id(milestoneKind.prefix, number);
  for (let from = 0; from < MILESTONES; from += MOST_CHANGES) {
    await act((draft) => {
      for (const number of numbers(from, from + MOST_CHANGES)) {
        const workstream = number % WORKSTREAMS;
        draft.create(
          milestoneKind,
          {
            audience: "PUBLIC", systemId: system, title: title(number), type: "DELIVERABLE", status: "SCHEDULED", baseline: monthOf(number),
            programmeId: id(programmeKind.prefix, workstream % PROGRAMMES), workstreamId: id(workstreamKind.prefix, workstream), ownerOrganisationId: id(organisationKind.prefix, number % ORGANISATIONS),
          },
          milestone(number),
        );
      }
    });
  }
  for (let made = MILESTONES; made < CHANGES; made += MOST_CHANGES) {
    const [round, from] = [Math.floor(made / MILESTONES), made % MILESTONES];
    await act((draft) => {
      for (const number of numbers(from, from + MOST_CHANGES)) draft.change(milestoneKind, milestone(number), { forecast: monthOf(number + round) });
    });
  }
  const frozen = Math.floor(ledger.head() / 2);
  const [entry] = ledger.entriesAfter(frozen - 1, 1);
  await act((draft) => {
    const group = draft.create(groupKind, { audience: "PUBLIC", systemId: system, name: "The board", kind: "BOARD", status: "ACTIVE" });
    draft.create(boardPackKind, { audience: "PUBLIC", systemId: system, title: "Half of it", groupId: group, meetsOn: "2024-07-05", asOn: "2024-07-05", entry: frozen, entryAt: entry?.at, headHash: entry?.hash });
  });
}
