import type { GraphQLDirective, GraphQLField } from "graphql";
import { Extensions } from "type-graphql";

const WEIGHT = "weight";

/** Says that a field costs so many points more than one that only looks something up: about one for each millisecond that it takes. */
export function weighs(points: number): MethodDecorator & PropertyDecorator {
  return Extensions({ [WEIGHT]: points });
}

/** What weighs so much besides, as a directive's extensions say it. */
export function weight(points: number): Readonly<Record<string, number>> {
  return { [WEIGHT]: points };
}

/** The points that a field, or a directive of an operation, costs besides. */
export function weightOf(weighed: Pick<GraphQLField<unknown, unknown> | GraphQLDirective, "extensions"> | null | undefined): number {
  const points: unknown = weighed?.extensions[WEIGHT];
  return typeof points === "number" ? points : 0;
}
