import { actOf, edits, only, type Importable } from "../../../api/spreadsheet/importable.ts";
import type { AmendWorkstreamInput, OpenWorkstreamInput } from "./act-inputs.ts";
import { workstreamActs } from "./acts.ts";
import { workstreamKind } from "./table.ts";

const open = actOf<OpenWorkstreamInput>("workstream:open", "OpenWorkstreamInput", (...all) => workstreamActs.open(...all));

const AMENDED = ["name", "theme", "ownTheme", "kind", "purpose", "leadHealthIntegrationTeam", "leadOrganisation"];

/** Workstreams of a plan, not started yet: how far each is, people say in its monthly update. */
export const workstreamImports: readonly Importable[] = [
  {
    table: "workstreams", kind: workstreamKind, fields: ["programme", ...AMENDED, "audience"],
    make: { ...open, do: (draft, sent) => open.do(draft, only(sent, ["programme", ...AMENDED, "audience"])) },
    steps: [{ ...actOf<AmendWorkstreamInput>("workstream:amend", "AmendWorkstreamInput", (...all) => workstreamActs.amend(...all)), when: edits(...AMENDED) }],
  },
];
