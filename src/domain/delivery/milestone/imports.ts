import { actOf, becomes, edits, only, type Importable, type SaidOfRecord } from "../../../api/spreadsheet/importable.ts";
import type { FieldValues } from "../../../ledger/record.ts";
import type { RecordAsReadInput } from "../../../api/act/as-read.ts";
import type { CorrectMilestoneBaselineInput, MeetMilestoneInput, MissMilestoneInput, MoveMilestoneInput, PlanMilestoneInput, RebaselineMilestoneInput, ReforecastMilestoneInput, RewordMilestoneInput } from "./act-inputs.ts";
import { milestoneActs } from "./acts.ts";
import { milestoneKind } from "./table.ts";

const plan = actOf<PlanMilestoneInput>("milestone:plan", "PlanMilestoneInput", (...all) => milestoneActs.plan(...all));

const PLANNED = ["programme", "workstream", "title", "type", "baseline", "forecast", "ownerOrganisation", "ownerHealthIntegrationTeam", "parts", "metBy", "audience"];

/** A milestone of a spreadsheet: planned, and then reported as the row says. */
export const milestoneImports: readonly Importable[] = [
  {
    table: "milestones",
    kind: milestoneKind,
    fields: [...PLANNED, "status", "firstBaseline", "actual", "saidNotDoneOn"],
    make: {
      ...plan,
      // What was committed to at first is planned; another baseline is set afterwards.
      do: (draft, { firstBaseline, ...sent }) => plan.do(draft, { ...only(sent, PLANNED), baseline: firstBaseline ?? sent["baseline"] ?? { text: "unknown" } }),
    },
    needless: ["baseline"],
    steps: [
      { ...actOf<RewordMilestoneInput>("milestone:reword", "RewordMilestoneInput", (...all) => milestoneActs.reword(...all)), when: (said) => edits("title", "type", "parts", "metBy", ...(isOwned(said.standing) ? [] : OWNERS))(said) },
      { ...actOf<MoveMilestoneInput>("milestone:move", "MoveMilestoneInput", (...all) => milestoneActs.move(...all)), when: moved },
      { ...actOf<RecordAsReadInput>("milestone:reopen", "RecordAsReadInput", (...all) => milestoneActs.reopen(...all)), when: ({ sent, standing }) => (sent["status"] === "SCHEDULED" && !OPEN.has(standing["status"]) ? {} : null) },
      { ...actOf<CorrectMilestoneBaselineInput>("milestone:correct-baseline", "CorrectMilestoneBaselineInput", (...all) => milestoneActs.correctBaseline(...all)), when: edits("firstBaseline") },
      { ...actOf<RebaselineMilestoneInput>("milestone:rebaseline", "RebaselineMilestoneInput", (...all) => milestoneActs.rebaseline(...all)), when: edits("baseline") },
      { ...actOf<ReforecastMilestoneInput>("milestone:reforecast", "ReforecastMilestoneInput", (...all) => milestoneActs.reforecast(...all)), when: edits("forecast") },
      { ...actOf<MeetMilestoneInput>("milestone:meet", "MeetMilestoneInput", (...all) => milestoneActs.meet(...all)), when: becomes("MET", "actual") },
      { ...actOf<MeetMilestoneInput>("milestone:partly-meet", "MeetMilestoneInput", (...all) => milestoneActs.partlyMeet(...all)), when: becomes("PARTIALLY_MET", "actual") },
      { ...actOf<MissMilestoneInput>("milestone:miss", "MissMilestoneInput", (...all) => milestoneActs.miss(...all)), when: (said) => (becomes("NOT_MET")(said) === null ? null : saidOn(said)) },
      { ...actOf<RecordAsReadInput>("milestone:cancel", "RecordAsReadInput", (...all) => milestoneActs.cancel(...all)), when: becomes("CANCELLED") },
      { ...actOf<RecordAsReadInput>("milestone:say-not-reported", "RecordAsReadInput", (...all) => milestoneActs.sayNotReported(...all)), when: becomes("NOT_REPORTED") },
      { ...actOf<MissMilestoneInput>("milestone:say-not-done", "MissMilestoneInput", (...all) => milestoneActs.sayNotDone(...all)), when: (said) => (isSaidLater(said) ? saidOn(said) : null) },
    ],
    follows: ["saidNotDoneOn"],
    // Of what was not reached, nobody says why there is no date on which it was.
    absences: ["actual"],
  },
];

const OWNERS = ["ownerOrganisation", "ownerHealthIntegrationTeam"];
const OPEN: ReadonlySet<unknown> = new Set(["SCHEDULED", "NOT_REPORTED"]);

function isOwned({ ownerOrganisationId, ownerHealthIntegrationTeamId }: FieldValues): boolean {
  return typeof ownerOrganisationId === "string" || typeof ownerHealthIntegrationTeamId === "string";
}

/** Into another programme it goes without its workstream, unless the row gives one. */
function moved(said: SaidOfRecord): FieldValues | null {
  const goes = ["programme", "workstream"].some(said.differs) ? only(said.sent, ["programme", "workstream"]) : {};
  const sent = { ...goes, ...(isOwned(said.standing) ? edits(...OWNERS)(said) : {}) };
  return Object.keys(sent).length === 0 ? null : sent;
}

function saidOn({ sent: { saidNotDoneOn } }: SaidOfRecord): FieldValues {
  return saidNotDoneOn === undefined ? {} : { saidOn: saidNotDoneOn };
}

function isSaidLater({ sent: { saidNotDoneOn }, standing: { saidNotDoneOn: before } }: SaidOfRecord): boolean {
  return typeof saidNotDoneOn === "string" && (typeof before !== "string" || saidNotDoneOn > before);
}
