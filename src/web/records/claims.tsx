import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { ClaimLineFragment, ClaimStatus } from "../graph/types.ts";
import { Card } from "../parts/card.tsx";
import { Tag } from "../parts/tag.tsx";
import { fieldWords } from "../words/fields.ts";
import { wordFor, type Word } from "../words/word.ts";

export const claimStatuses: Readonly<Record<ClaimStatus, Word>> = {
  STATED: { text: "Stated", tone: "info" },
  INFERRED: { text: "Inferred", tone: "quiet" },
  CLAIMED: { text: "Claimed", tone: "quiet" },
  CONFLICTING: { text: "Contradicted", tone: "fair" },
  SUPERSEDED: { text: "Superseded", tone: "quiet" },
  OPEN: { text: "Open question", tone: "unknown" },
};

/** What sources and bodies say of a record without its being so, and what contradicts it. */
export function Claims({ claims, title = "What is said of it" }: { readonly claims: readonly ClaimLineFragment[]; readonly title?: string }): JSX.Element {
  return (
    <Card title={title}>
      <ul class="wm-entries">
        {claims.map((claim) => (
          <li key={claim.id}>
            <p class="wm-entries__head"><Tag word={wordFor(claimStatuses, claim.status)} /> <span class="wm-small">{claim.field === null ? claim.subject : fieldWords(claim.field)}</span></p>
            <p class="wm-entries__text"><Link to={`/records/${claim.id}`}>{claim.value}</Link></p>
            <p class="wm-small"><Claimant claim={claim} />{claim.made.status === "KNOWN" && `, ${claim.made.plain}`}</p>
            {claim.conflictsWith.map(({ id, value }) => <p class="wm-small" key={id}>Contradicts: <Link to={`/records/${id}`}>{value}</Link></p>)}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Claimant({ claim }: { readonly claim: ClaimLineFragment }): JSX.Element {
  const { claimantOrganisation: organisation, claimantHealthIntegrationTeam: team, claimantGroup: group, claimantSource: source, claimantOutput: output } = claim;
  if (organisation !== null) return <>Says <Link to={`/organisations/${organisation.id}`}>{organisation.name}</Link></>;
  if (team !== null) return <>Says <Link to={`/teams/${team.id}`}>{team.name}</Link></>;
  if (group !== null) return <>Says <Link to={`/groups/${group.id}`}>{group.name}</Link></>;
  if (source !== null) return <>Says <Link to={`/sources/${source.id}`}>{source.title}</Link></>;
  if (output !== null) return <>Says <Link to={`/records/${output.id}`}>{output.title}</Link></>;
  return <>Nobody is named as saying so</>;
}
