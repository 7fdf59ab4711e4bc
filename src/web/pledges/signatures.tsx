import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { ActionStanding, SignatureRowFragment } from "../graph/types.ts";
import { DateText } from "../parts/date-text.tsx";
import { ExampleTag } from "../parts/example-tag.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { Tag } from "../parts/tag.tsx";
import { plainly, wordFor, type Word } from "../words/word.ts";
import { signatoryName } from "./signatory.tsx";

export const standings: Readonly<Record<ActionStanding, Word>> = {
  COMPLETE: { text: "Two actions", tone: "good" },
  INCOMPLETE: { text: "Not yet two actions", tone: "fair" },
  NOT_STATED: { text: "Actions not stated", tone: "unknown" },
  NOT_EXPLAINED: { text: "Actions missing, no reason given", tone: "unknown" },
  TOO_MANY: { text: "More than two actions", tone: "fair" },
};

/** The signatures one by one, the latest first. */
export function Signatures({ signatures }: { readonly signatures: readonly SignatureRowFragment[] }): JSX.Element | null {
  return signatures.length === 0 ? null : <Table caption="Signatures" columns={columns} rows={signatures} keyOf={({ id }) => id} class="wm-table--panel wm-section" />;
}

const columns: readonly Column<SignatureRowFragment>[] = [
  { name: "Signatory", isHead: true, cell: (signature) => <><Link to={`/signatures/${signature.id}`}>{signatoryName(signature)}</Link>{signature.isExample && <> <ExampleTag /></>}</> },
  { name: "Kind", cell: ({ signatoryKind }) => (signatoryKind === null ? <span class="wm-absent">Not known</span> : plainly(signatoryKind)) },
  { name: "Where", cell: ({ place }) => place?.name ?? <span class="wm-absent">Not recorded</span> },
  { name: "Signed", cell: ({ signed }) => <DateText date={signed} /> },
  { name: "Actions", cell: ({ actionStanding }) => <Tag word={wordFor(standings, actionStanding)} /> },
];
