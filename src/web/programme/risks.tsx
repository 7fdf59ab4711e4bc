import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { Card } from "../parts/card.tsx";
import { Empty } from "../states/empty.tsx";
import { plainly } from "../words/word.ts";
import type { FoundProgramme } from "./found.ts";

/** What is open of risks and issues, with what is being done about each. */
export function Risks({ risks: { nodes, totalCount } }: { readonly risks: FoundProgramme["risks"] }): JSX.Element {
  return (
    <Card title="Risks and issues" aside={totalCount > nodes.length ? `${nodes.length} of ${totalCount}` : undefined}>
      {nodes.length === 0 ? <Empty>No open risk or issue is recorded.</Empty> : (
        <ul class="wm-entries">
          {nodes.map(({ id, kind, title, impact, likelihood, plan, ownerGroup, ownerHealthIntegrationTeam, ownerOrganisation }) => (
            <li key={id}>
              <p class="wm-entries__text"><Link to={`/records/${id}`}>{title}</Link></p>
              <p class="wm-small">
                {[plainly(kind), impact === null ? null : `impact ${plainly(impact).toLowerCase()}`, likelihood === null ? null : `likelihood ${plainly(likelihood).toLowerCase()}`, (ownerHealthIntegrationTeam ?? ownerOrganisation ?? ownerGroup)?.name].filter((part) => part !== null && part !== undefined).join(", ")}
                {plan !== null && <>. {plan}</>}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
