import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { useReading } from "../address/reading-day.ts";
import { useParts } from "../address/use-parts.ts";
import { Page } from "../frame/page.tsx";
import type { ReadinessQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Blockers } from "../parts/blockers.tsx";
import { Downloads } from "../parts/downloads.tsx";
import { ExampleTag } from "../parts/example-tag.tsx";
import { FilterOptions } from "../parts/filter-options.graphql.ts";
import { Filters } from "../parts/filters.tsx";
import { Pager, useListPage } from "../parts/pager.tsx";
import { ScopeChoice, useScope } from "../parts/scope.tsx";
import { Select } from "../parts/select.tsx";
import { Tag } from "../parts/tag.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { counted } from "../words/counts.ts";
import { workstreamStatus } from "../words/more-words.ts";
import { wordFor } from "../words/word.ts";
import { Readiness } from "./readiness.graphql.ts";

type Workstream = ReadinessQuery["workstreams"]["nodes"][number];

/** Which workstreams may start, and what the others wait for: what is missing, and who can supply it. */
export default function ReadinessPage(): JSX.Element {
  const parts = useParts();
  const options = useAnswer(FilterOptions, {}).answer;
  const scope = useScope();
  const answered = useAnswer(Readiness, { on: useReading().on, programme: parts.one("programme"), ...scope, ...useListPage() });
  const total = answered.answer?.workstreams.totalCount;
  const programmes = (options?.programmes.nodes ?? []).map(({ id, name }) => ({ value: id, name }));
  return (
    <Page title="Readiness" lead={<p>Which workstreams may start, and what the others wait for.</p>}>
      <Filters names={["system", "place", "programme"]} result={total === undefined ? undefined : counted(total, "workstream")}>
        <ScopeChoice />
        <Select label="Programme" value={parts.one("programme") ?? ""} onChoose={(programme) => { parts.set({ programme }); }} options={[{ value: "", name: "All" }, ...programmes]} />
      </Filters>
      <Downloads of="workstreams" table="workstreams" filter={{ ...scope, programme: parts.one("programme") }} />
      <Answer to={answered} what="the workstreams">
        {({ workstreams: { nodes, pageInfo } }) => {
          const waiting = nodes.filter(({ blockedBy }) => blockedBy.some(({ waiver }) => waiver === null));
          const waived = nodes.filter(({ blockedBy }) => blockedBy.length > 0 && blockedBy.every(({ waiver }) => waiver !== null));
          const free = nodes.filter(({ blockedBy }) => blockedBy.length === 0);
          return (
            <>
              {nodes.length === 0 && <Empty>No workstream is recorded here.</Empty>}
              <List title="Have to wait" workstreams={waiting} />
              <List title="May go on, as what has to come first was waived" workstreams={waived} />
              <List title="Nothing has to come first" workstreams={free} />
              <Pager ends={pageInfo} />
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

function List({ title, workstreams }: { readonly title: string; readonly workstreams: readonly Workstream[] }): JSX.Element | null {
  if (workstreams.length === 0) return null;
  return (
    <section class="wm-section">
      <h2>{title}</h2>
      {workstreams.map((workstream) => <One key={workstream.id} workstream={workstream} />)}
    </section>
  );
}

function One({ workstream: { id, name, isExample, status, programme, leadHealthIntegrationTeam, leadOrganisation, blockedBy, waitsFor, criteria } }: { readonly workstream: Workstream }): JSX.Element {
  const lead = leadHealthIntegrationTeam ?? leadOrganisation;
  const accepted = criteria.nodes.filter((criterion) => criterion.status === "ACCEPTED" || criterion.status === "WAIVED").length;
  const waived = waitsFor.filter(({ waivers }) => waivers.some(({ ended }) => ended.status !== "KNOWN")).length;
  return (
    <article class="wm-card">
      <div class="wm-card__head">
        <h3 class="wm-card__title"><Link to={`/workstreams/${id}`}>{name}</Link>{isExample && <> <ExampleTag /></>}</h3>
        <div class="wm-card__aside"><Tag word={wordFor(workstreamStatus, status)} /></div>
      </div>
      <p class="wm-small">
        {programme !== null && <Link to={`/programmes/${programme.id}`}>{programme.name}</Link>}
        {lead === null ? ". No lead is named." : `. Led by ${lead.name}.`}
        {criteria.nodes.length > 0 && ` ${accepted} of ${counted(criteria.nodes.length, "criterion")} met.`}
        {waived > 0 && ` ${counted(waived, "dependency")} waived.`}
      </p>
      {blockedBy.length > 0 && <Blockers blockers={blockedBy} />}
    </article>
  );
}
