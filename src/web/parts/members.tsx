import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { MemberLineFragment } from "../graph/types.ts";
import { plainly } from "../words/word.ts";
import { Card } from "./card.tsx";

/** Who is or was a member, in what capacity and when. A community or a sector is not an organisation, and is never counted as one. */
export function Members({ members }: { readonly members: readonly MemberLineFragment[] }): JSX.Element | null {
  if (members.length === 0) return null;
  return (
    <Card title="Members">
      <ul class="wm-entries">
        {members.map((member) => (
          <li key={member.id}>
            <p class="wm-entries__text"><Member member={member} /></p>
            <p class="wm-small">
              {plainly(member.capacity)}
              {member.memberKind === "CONSTITUENCY" && ", a community or sector"}
              {member.units.length > 0 && ` (${member.units.flatMap(({ organisation }) => organisation?.name ?? []).join(", ")})`}
              {member.since.status === "KNOWN" && `, since ${member.since.plain}`}
              {member.until.status === "KNOWN" && `, until ${member.until.plain}`}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Member({ member: { id, person, organisation, constituency } }: { readonly member: MemberLineFragment }): JSX.Element {
  if (person !== null) return <><Link to={`/people/${person.id}`}>{person.name}</Link>{organisation !== null && <>, <Link to={`/organisations/${organisation.id}`}>{organisation.name}</Link></>}</>;
  if (organisation !== null) return <Link to={`/organisations/${organisation.id}`}>{organisation.name}</Link>;
  return <Link to={`/records/${id}`}>{constituency ?? "A member who is not named"}</Link>;
}
