import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { RealisationLineFragment } from "../graph/types.ts";

/** What puts a recommendation into practice. */
export function Realisation({ realisation }: { readonly realisation: RealisationLineFragment }): JSX.Element {
  const { milestone, workstream, post, output, group, eventSeries, trainingProgramme, description, id } = realisation;
  if (milestone !== null) return <Link to={`/milestones/${milestone.id}`}>{milestone.title}</Link>;
  if (workstream !== null) return <Link to={`/workstreams/${workstream.id}`}>{workstream.name}</Link>;
  if (group !== null) return <Link to={`/groups/${group.id}`}>{group.name}</Link>;
  const other = post ?? output ?? eventSeries;
  if (other !== null) return <Link to={`/records/${other.id}`}>{other.title}</Link>;
  if (trainingProgramme !== null) return <Link to={`/records/${trainingProgramme.id}`}>{trainingProgramme.name}</Link>;
  return <Link to={`/records/${id}`}>{description ?? "Not described"}</Link>;
}
