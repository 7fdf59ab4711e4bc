import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { PathParts } from "../address/page-type.ts";
import { adjust } from "../address/history.ts";
import { Page } from "../frame/page.tsx";
import { useAnswer } from "../graph/use-answer.ts";
import { Answer } from "../states/answer.tsx";
import { NotFound } from "../states/not-found.tsx";
import { Details } from "./details.tsx";
import { kindName, recordPath } from "./kinds.ts";
import { Record as RecordQuery } from "./record.graphql.ts";
import { Trail } from "./trail.tsx";

/** Any record by its id. One that has a page of its own is shown there. */
export default function RecordPage({ parts: { id = "" } }: { readonly parts: PathParts }): JSX.Element {
  const answered = useAnswer(RecordQuery, { id });
  return (
    <Answer to={answered} what="the record">
      {({ node }) => {
        if (node === null || !("id" in node)) return <NotFound />;
        const path = recordPath(node.__typename, id);
        if (!path.startsWith("/records/")) return <Elsewhere path={path} />;
        return (
          <Page title={node.called} caption={kindName(node.__typename)} isExample={node.isExample}>
            <Details type={node.__typename} id={id} />
            <Trail id={id} />
          </Page>
        );
      }}
    </Answer>
  );
}

function Elsewhere({ path }: { readonly path: string }): null {
  useEffect(() => { adjust(`${path}${location.search}`); }, [path]);
  return null;
}
