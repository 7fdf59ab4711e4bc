import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { Link } from "../address/link.tsx";
import type { PathParts } from "../address/page-type.ts";
import { Page } from "../frame/page.tsx";
import type { ReportFormQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { SignedIn, type Person } from "../session/signed-in.tsx";
import { Answer } from "../states/answer.tsx";
import { NotFound } from "../states/not-found.tsx";
import { Notice } from "../states/notice.tsx";
import { UpdateForm } from "../update/form.tsx";
import { reportOnly } from "../update/read.ts";
import { Report } from "../update/report.tsx";
import { useUpdate } from "../update/use-update.ts";
import { ReportForm } from "./write.graphql.ts";

type Found = Extract<NonNullable<ReportFormQuery["node"]>, { readonly nextStatusReport: object }>;

/** The report on a programme or a health integration team, written as the one of a workstream is. */
export default function WritePage({ parts: { id = "" } }: { readonly parts: PathParts }): JSX.Element {
  const answered = useAnswer(ReportForm, { id }, "now");
  return (
    <Answer to={answered} what="what the report is on">
      {({ node, sources }) => (!isFound(node) ? <NotFound /> : (
        <Page title={`Report on ${node.name}`} isExample={node.isExample} above={[{ name: "My work", to: "/my-work" }, { name: node.name, to: pathOf(node) }]}>
          <SignedIn to={`report on ${node.name}`}>{(person) => <Allowed person={person} found={node} sources={sources.nodes} />}</SignedIn>
        </Page>
      ))}
    </Answer>
  );
}

interface WriteProps {
  readonly person: Person;
  readonly found: Found;
  readonly sources: ReportFormQuery["sources"]["nodes"];
}

function Allowed({ person, found, sources }: WriteProps): JSX.Element {
  const refused = found.viewerCan.find(({ allowed }) => !allowed);
  if (refused !== undefined) return <Notice title="This is for those who lead it"><p>{refused.reason} Whoever runs your programme office can give you a role.</p><p><Link to={pathOf(found)}>Read {found.name} instead</Link></p></Notice>;
  return <Form key={person.id} person={person} found={found} sources={sources} />;
}

function Form({ person, found, sources }: WriteProps): JSX.Element {
  const fresh = useMemo(() => reportOnly(found, found.__typename === "Programme" ? "programme" : "healthIntegrationTeam"), [found]);
  const update = useUpdate(person.id, fresh);
  return (
    <UpdateForm update={update} fresh={fresh} sources={sources} reasonHint="Why it is written now, if there is more to say than that it is due. It stays in the history.">
      <Report form={update.form} read={update.read} />
    </UpdateForm>
  );
}

/** Whether it is something that reports are written on here. */
function isFound(node: ReportFormQuery["node"]): node is Found {
  return node !== null && "nextStatusReport" in node;
}

function pathOf({ __typename, id }: Found): string {
  return `${__typename === "Programme" ? "/programmes" : "/teams"}/${id}`;
}
