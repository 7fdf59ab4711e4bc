import type { ActDraft } from "../../../api/act/act-draft.ts";
import { recordAll } from "../../../api/act/record-acts.ts";
import { only, type Importable } from "../../../api/spreadsheet/importable.ts";
import { keptImport } from "../../../api/spreadsheet/kept-import.ts";
import { refusal } from "../../../kernel/problem.ts";
import { quoted } from "../../../kernel/quoted.ts";
import type { Graph } from "../../../ledger/graph.ts";
import type { FieldValues } from "../../../ledger/record.ts";
import { apart } from "./rules.ts";
import { holderOfOrgId, holdersOf } from "./store.ts";
import { organisationIdentifierKind, organisationKind } from "./table.ts";

const kept = keptImport("organisations", organisationKind);

/** Bodies of a spreadsheet or a register: found by their identifier of the field, and given it where they have it not yet. */
export const organisationImports: readonly Importable[] = [
  {
    ...kept,
    fields: [...kept.fields, "orgId"],
    make: { ...kept.make, do: (draft, sent) => kept.make.do(draft, { status: "ACTIVE", ...only(sent, kept.fields) }) },
    needless: ["status"],
    steps: [
      ...kept.steps,
      { name: "organisation-identifier:record", input: "OrganisationIdentifierInput", when: ({ sent: { orgId } }) => (orgId === undefined || orgId === null ? null : { orgId }), do: identified },
    ],
    matches: [{ column: "org_id", description: "Its identifier of the field, as GB-NHS-RVJ: by this it is found, and it is given it where it is new.", find: holderOfOrgId }],
  },
  { ...keptImport("identifiers", organisationIdentifierKind), same: heldAlready },
];

/** What an organisation with an identifier of the field is recorded with already. */
function heldAlready(graph: Graph, { organisation, scheme, value }: FieldValues): string | null {
  return holdersOf.all(graph, { scheme, value }).find(({ organisationId }) => organisationId === organisation)?.id ?? null;
}

/** Gives an organisation an identifier of the field, unless it has it already. */
function identified(draft: ActDraft, { id, orgId }: FieldValues): string {
  const [organisation, written] = [String(id), String(orgId)];
  const identifier = apart(written);
  if (identifier === null) throw refusal("INVALID_TEXT", `${quoted(written)} is no identifier of the field. Write the list and the code, as GB-NHS-RVJ, GB-CHC-1234567 or GB-COH-01234567.`, ["orgId"]);
  const isHeld = holdersOf.all(draft.graph, { ...identifier }).some(({ organisationId }) => organisationId === organisation);
  if (!isHeld) recordAll(draft, new Map([["organisationIdentifier", organisationIdentifierKind]]), [{ record: { organisationIdentifier: { organisation, ...identifier } } }], []);
  return organisation;
}
