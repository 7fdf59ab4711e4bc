import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { SignatoryNameFragment } from "../graph/types.ts";

/** Who signed. */
export function signatoryName({ organisation, group, description }: SignatoryNameFragment): string {
  return organisation?.name ?? group?.name ?? description ?? "Somebody not named";
}

/** Who signed, leading to them where they have a page. */
export function Signatory({ signature }: { readonly signature: SignatoryNameFragment }): JSX.Element {
  const { organisation, group } = signature;
  if (organisation !== null) return <Link to={`/organisations/${organisation.id}`}>{organisation.name}</Link>;
  if (group !== null) return <Link to={`/groups/${group.id}`}>{group.name}</Link>;
  return <>{signatoryName(signature)}</>;
}
