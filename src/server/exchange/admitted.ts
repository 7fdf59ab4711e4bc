import type { KeptPlace } from "../kept/kept-answers.ts";
import type { Validated } from "./validated.ts";

export type Variables = Readonly<Record<string, unknown>>;

/** An operation that is to be answered: it is allowed and paid for, and reads at the moment that it names. */
export interface Admitted extends Validated {
  readonly variables: Variables;
  readonly contextValue: object;
  /** Where its answer is kept; null where it is not. */
  readonly place: KeptPlace | null;
  /** Whether its answer stays the same until something is recorded. */
  readonly isLasting: boolean;
  /** Whether it was looked for in what is kept, and asked of what is compiled: once. */
  isTried: boolean;
  /** Whether what is kept has its answer, or was told of it. */
  isTold: boolean;
}
