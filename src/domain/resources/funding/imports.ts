import type { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { actOf, becomes, edits, only, type Importable } from "../../../api/spreadsheet/importable.ts";
import { keptImport } from "../../../api/spreadsheet/kept-import.ts";
import type { AddAwardPartyInput, AmendFundingAwardInput, AwardFundingInput, RecordAwardSpendInput, RecordFundingAwardInput, RecordFundingTotalInput } from "./act-inputs.ts";
import { fundingActs } from "./acts.ts";
import { awardPartyKind, awardSpendKind, fundingAwardKind, fundingTotalKind } from "./table.ts";

const record = actOf<RecordFundingAwardInput>("funding-award:record", "RecordFundingAwardInput", (...all) => fundingActs.record(...all));
const spend = actOf<RecordAwardSpendInput>("award-spend:record", "RecordAwardSpendInput", (...all) => fundingActs.spend(...all));
const total = keptImport("funding_totals", fundingTotalKind);

const AMENDED = ["title", "amount", "awarded", "period", "purposes", "partOf", "programme", "workstream", "healthIntegrationTeam", "audience"];

/** Money as it stands in a spreadsheet: awards, who is what to them, what was spent of them, and totals that somebody stated. */
export const fundingImports: readonly Importable[] = [
  {
    table: "funding", kind: fundingAwardKind, fields: [...AMENDED, "status", "system"],
    make: { ...record, do: (draft, sent) => record.do(draft, { amount: { status: "UNKNOWN" }, ...sent, parties: [] }) },
    needless: ["amount"],
    steps: [
      { ...actOf<RecordAsReadInput>("funding-award:apply", "RecordAsReadInput", (...all) => fundingActs.apply(...all)), when: becomes("APPLIED") },
      { ...actOf<AwardFundingInput>("funding-award:award", "AwardFundingInput", (...all) => fundingActs.award(...all)), when: (said) => (said.standing["status"] === "ENDED" ? null : becomes("AWARDED", "awarded", "amount")(said)) },
      { ...actOf<RecordAsReadInput>("funding-award:end", "RecordAsReadInput", (...all) => fundingActs.end(...all)), when: becomes("ENDED") },
      { ...actOf<RecordAsReadInput>("funding-award:reopen", "RecordAsReadInput", (...all) => fundingActs.reopen(...all)), when: (said) => (said.standing["status"] === "ENDED" && said.differs("status") ? {} : null) },
      { ...actOf<AmendFundingAwardInput>("funding-award:amend", "AmendFundingAwardInput", (...all) => fundingActs.amend(...all)), when: edits(...AMENDED) },
    ],
  },
  {
    table: "award_parties", kind: awardPartyKind, fields: ["award", "role", "organisation", "healthIntegrationTeam", "group", "description"],
    make: actOf<AddAwardPartyInput>("award-party:add", "AddAwardPartyInput", (...all) => fundingActs.addParty(...all)),
    steps: [],
  },
  {
    table: "award_spends", kind: awardSpendKind, fields: ["award", "financialYear", "amount"],
    make: spend,
    // A year has one figure: another takes its place.
    steps: [{
      ...spend, when: (said) => (edits("amount")(said) === null ? null : { award: said.standing["awardId"], financialYear: said.standing["financialYear"], ...only(said.sent, ["amount"]) }),
      do: (draft, { id, expectedVersion, ...sent }) => spend.do(draft, { ...sent, replaces: { id, expectedVersion } }),
    }],
  },
  {
    ...total,
    fields: total.fields.filter((field) => field !== "gaps"),
    make: actOf<RecordFundingTotalInput>("funding-total:record", "RecordFundingTotalInput", (...all) => fundingActs.recordTotal(...all)),
  },
];
