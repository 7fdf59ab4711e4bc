import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { MilestoneRowFragment } from "../graph/types.ts";
import { DateText } from "../parts/date-text.tsx";
import { ExampleTag } from "../parts/example-tag.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { Tag } from "../parts/tag.tsx";
import { timings } from "../words/timing.ts";
import { wordFor } from "../words/word.ts";
import { DueOrMet } from "./due-or-met.tsx";

interface MilestoneTableProps {
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  readonly rows: readonly MilestoneRowFragment[];
  /** Left out where all are of one programme. */
  readonly isOfOneProgramme?: boolean;
  /** Whether it stands in a card already. */
  readonly isBare?: boolean;
}

/** Milestones with their dates: as first planned, as due now or met, and how far they have moved. */
export function MilestoneTable({ caption, isCaptionHidden = false, rows, isOfOneProgramme = false, isBare = false }: MilestoneTableProps): JSX.Element {
  return <Table caption={caption} isCaptionHidden={isCaptionHidden} columns={isOfOneProgramme ? columns.filter(({ name }) => name !== "Programme") : columns} rows={rows} keyOf={({ id }) => id} class={isBare ? "" : "wm-table--panel"} />;
}

const columns: readonly Column<MilestoneRowFragment>[] = [
  { name: "Milestone", isHead: true, cell: (milestone) => <MilestoneName milestone={milestone} /> },
  { name: "Where it stands", cell: ({ timing }) => <Tag word={wordFor(timings, timing)} /> },
  { name: "First planned", cell: ({ firstBaseline }) => <DateText date={firstBaseline} /> },
  { name: "Due now or met", cell: (milestone) => <DueOrMet milestone={milestone} /> },
  { name: "Moved", cell: ({ slip }) => <Moved slip={slip} /> },
  { name: "Programme", cell: ({ programme }) => (programme === null ? "" : <Link to={`/programmes/${programme.id}`}>{programme.name}</Link>) },
  { name: "Owner", cell: ({ ownerHealthIntegrationTeam: team, ownerOrganisation: organisation }) => <Owner team={team} organisation={organisation} /> },
];

export function MilestoneName({ milestone: { id, title, isExample, workstream, blockedBy } }: { readonly milestone: MilestoneRowFragment }): JSX.Element {
  return (
    <>
      <Link to={`/milestones/${id}`}>{title}</Link>{isExample && <> <ExampleTag /></>}
      {workstream !== null && <span class="wm-under">{workstream.name}</span>}
      {blockedBy.length > 0 && <span class="wm-under">Waits for what has to come first</span>}
    </>
  );
}

function Moved({ slip }: { readonly slip: MilestoneRowFragment["slip"] }): JSX.Element {
  return slip === null ? <span class="wm-absent">Not known</span> : <>{slip.plain}</>;
}

interface OwnerProps {
  readonly team: MilestoneRowFragment["ownerHealthIntegrationTeam"];
  readonly organisation: MilestoneRowFragment["ownerOrganisation"];
}

function Owner({ team, organisation }: OwnerProps): JSX.Element {
  if (team !== null) return <Link to={`/teams/${team.id}`}>{team.name}</Link>;
  return organisation === null ? <span class="wm-absent">Not named</span> : <Link to={`/organisations/${organisation.id}`}>{organisation.name}</Link>;
}
