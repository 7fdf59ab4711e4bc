import type { ActDraft } from "../../../api/act/act-draft.ts";
import { actOf, edits, only, type Importable, type ImportExtra } from "../../../api/spreadsheet/importable.ts";
import { refusal } from "../../../kernel/problem.ts";
import type { FieldValues } from "../../../ledger/record.ts";
import type { AmendPledgeActionInput, AmendPledgeSignatureInput, NamePledgeActionInput, ReportPledgeActionInput, ReviewPledgeActionInput, SignPledgeInput } from "./act-inputs.ts";
import { pledgeActs } from "./acts.ts";
import { commitmentsIn } from "./store.ts";
import { actionNatures, pledgeActionKind, pledgeSignatureKind } from "./table.ts";

const sign = actOf<SignPledgeInput>("pledge:sign", "SignPledgeInput", (...all) => pledgeActs.sign(...all));
const name = actOf<NamePledgeActionInput>("pledge-action:name", "NamePledgeActionInput", (...all) => pledgeActs.name(...all));

const WHO = ["organisation", "group", "description", "signatoryKind", "signed", "authority", "signedBy", "signedWith", "place"];

/** So many actions of a signature can stand in its row: more than any version asks for. */
const PLACES = [1, 2, 3] as const;

const NATURES = actionNatures.map((code) => ({ code, meaning: code === "NEW" ? "It is new." : "It goes on with what is being done." }));

const actionColumns: readonly ImportExtra[] = PLACES.flatMap((place): ImportExtra[] => [
  { name: `action${place}`, column: `action_${place}`, type: "TEXT", description: `Of a new signature: action ${place} that it names.`, codes: [] },
  { name: `action${place}Nature`, column: `action_${place}_nature`, type: "CODE", description: "Whether that goes on with what is being done or is new.", codes: NATURES },
  { name: `action${place}Commitments`, column: `action_${place}_commitments`, type: "LIST", description: "The numbers of the commitments that it serves: 1 | 3.", codes: [] },
]);

/** Signatures, each with its actions in its row; and what became of the actions, each a row. */
export const pledgeImports: readonly Importable[] = [
  {
    table: "pledges", kind: pledgeSignatureKind, fields: ["pledgeVersion", ...WHO, "missingActionsReason"], extras: actionColumns,
    make: { ...sign, do: (draft, sent) => sign.do(draft, { signed: { text: "not stated" }, ...only(sent, ["pledgeVersion", ...WHO, "missingActionsReason"]), actions: PLACES.flatMap((place) => actionAt(draft, sent, place)) }) },
    needless: ["signed"],
    steps: [{ ...actOf<AmendPledgeSignatureInput>("pledge-signature:amend", "AmendPledgeSignatureInput", (...all) => pledgeActs.amendSignature(...all)), when: edits(...WHO) }],
  },
  {
    table: "actions", kind: pledgeActionKind, fields: ["signature", "statement", "nature", "progress", "progressNote", "outcome", "outcomeNote", "reviewed", "workstream", "output"],
    make: { ...name, do: (draft, sent) => name.do(draft, { ...only(sent, ["signature", "statement", "nature", "workstream", "output"]), expectedVersion: draft.find(pledgeSignatureKind, String(sent["signature"])).version }) },
    steps: [
      { ...actOf<AmendPledgeActionInput>("pledge-action:amend", "AmendPledgeActionInput", (...all) => pledgeActs.amendAction(...all)), when: edits("statement", "nature", "workstream", "output") },
      { ...actOf<ReportPledgeActionInput>("pledge-action:report", "ReportPledgeActionInput", (...all) => pledgeActs.report(...all)), when: edits("progress", "progressNote") },
      { ...actOf<ReviewPledgeActionInput>("pledge-action:review", "ReviewPledgeActionInput", (...all) => pledgeActs.review(...all)), when: (said) => (edits("outcome", "outcomeNote", "reviewed")(said) === null ? null : { outcome: said.standing["outcome"], ...only(said.sent, ["outcome", "outcomeNote", "reviewed"]) }) },
    ],
  },
];

/** An action that a new signature names in its row; none where the row says none. */
function actionAt(draft: ActDraft, sent: FieldValues, place: (typeof PLACES)[number]): readonly FieldValues[] {
  const [statement, nature, numbers] = [sent[`action${place}`], sent[`action${place}Nature`], sent[`action${place}Commitments`]];
  if (statement === undefined) return [];
  if (nature === undefined) throw refusal("MISSING_FIELD", "Say whether this action goes on with what is being done, CONTINUING, or is NEW.", [`action${place}Nature`]);
  const there = commitmentsIn(draft.graph, String(sent["pledgeVersion"]));
  const commitments = (Array.isArray(numbers) ? numbers : []).map((number: unknown) => {
    const found = there.find((commitment) => String(commitment.number) === String(number));
    if (found === undefined) throw refusal("NOT_FOUND", `The version that is signed has no commitment ${String(number)}.`, [`action${place}Commitments`]);
    return found.id;
  });
  return [{ statement, nature, commitments }];
}
