import type { Operation } from "../graph/operation.ts";
import type { FindingFigureFragment, FindingsStaleQueryVariables } from "../graph/types.ts";
import type { FindingName } from "../words/quality.ts";
import { FindingsClaimed, FindingsConflicting, FindingsImprecise, FindingsOpen, FindingsStale, FindingsUncited, FindingsUnknown } from "./quality.graphql.ts";

export type Finding = FindingFigureFragment["records"]["nodes"][number];

interface FindingsAnswer {
  readonly overview: { readonly dataQuality: { readonly figure: FindingFigureFragment } };
}

/** What to ask for the records behind each figure. */
export const findingsOf: Readonly<Record<FindingName, Operation<FindingsAnswer, FindingsStaleQueryVariables>>> = {
  unknown: FindingsUnknown,
  imprecise: FindingsImprecise,
  conflicting: FindingsConflicting,
  claimed: FindingsClaimed,
  open: FindingsOpen,
  uncited: FindingsUncited,
  stale: FindingsStale,
};
