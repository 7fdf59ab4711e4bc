import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { Card } from "../parts/card.tsx";
import { DateText } from "../parts/date-text.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { plainly } from "../words/word.ts";
import type { FoundProgramme } from "./found.ts";

/** What the programme is for, who hosts it, and who governs it. */
export function AboutProgramme({ programme }: { readonly programme: FoundProgramme }): JSX.Element {
  const { aim, status, start, end, reportingRhythm, place, host, parent, governance } = programme;
  return (
    <Card title="About the programme">
      <Facts>
        <Fact name="Aim" of={programme} field="aim">{aim}</Fact>
        <Fact name="Status" of={programme} field="status">{plainly(status)}</Fact>
        <Fact name="Where" of={programme} field="place">{place !== null && <Link to={`/records/${place.id}`}>{place.name}</Link>}</Fact>
        <Fact name="Host" of={programme} field="host">{host !== null && <Link to={`/organisations/${host.id}`}>{host.name}</Link>}</Fact>
        {parent !== null && <Fact name="Part of" of={programme} field="parent"><Link to={`/programmes/${parent.id}`}>{parent.name}</Link></Fact>}
        <Fact name="Start" of={programme} field="start"><DateText date={start} /></Fact>
        <Fact name="End" of={programme} field="end"><DateText date={end} /></Fact>
        <Fact name="Reports" of={programme} field="reportingRhythm">{reportingRhythm !== null && plainly(reportingRhythm)}</Fact>
        <Fact name="Governed by">
          {governance.length === 0 ? <span class="wm-absent">None recorded</span> : (
            <ul class="wm-lines">
              {governance.map(({ id, capacity, group, healthIntegrationTeam: team }) => (
                <li key={id}>
                  {team !== null && <Link to={`/teams/${team.id}`}>{team.name}</Link>}
                  {group !== null && <Link to={`/groups/${group.id}`}>{group.name}</Link>}
                  <span class="wm-small"> {plainly(capacity).toLowerCase()}</span>
                </li>
              ))}
            </ul>
          )}
        </Fact>
      </Facts>
    </Card>
  );
}
