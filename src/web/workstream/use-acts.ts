import type { WorkstreamActsQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { WorkstreamActs } from "./acts.graphql.ts";

export type Acts = NonNullable<WorkstreamActsQuery["workstream"]>;

/** What the reader may do with a workstream and what is part of it; null until it is known, and where it is read as at the past. */
export function useWorkstreamActs(id: string): Acts | null {
  const { answer } = useAnswer(WorkstreamActs, { id });
  return answer?.workstream ?? null;
}

export function mayWaive({ blockedBy }: Acts, dependencyId: string): boolean {
  return blockedBy.some(({ dependency: { id, viewerCan } }) => id === dependencyId && viewerCan.some(({ allowed }) => allowed));
}
