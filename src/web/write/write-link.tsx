import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { useAnswer } from "../graph/use-answer.ts";
import { usePerson } from "../session/person.ts";
import { MayReport } from "./write.graphql.ts";

interface WriteLinkProps {
  readonly id: string;
  /** The page of what the report is on. */
  readonly page: string;
}

/** The way to the report on a programme or a team, for whoever may write it; asked only of somebody who has signed in. */
export function WriteLink(props: WriteLinkProps): JSX.Element | null {
  return usePerson() === null ? null : <Asked {...props} />;
}

function Asked({ id, page }: WriteLinkProps): JSX.Element | null {
  const { answer } = useAnswer(MayReport, { id });
  const node = answer?.node ?? null;
  if (node === null || !("viewerCan" in node) || !node.viewerCan.some(({ allowed }) => allowed)) return null;
  return <Link class="nhsuk-button nhsuk-button--secondary wm-button wm-screen-only" to={`${page}/${id}/report`}>Write its report</Link>;
}
