import type { Day } from "../../../kernel/day.ts";

/** Something that falls due on a day: the last one on which it is in time. */
export interface Due {
  /** The type under which it is sent. */
  readonly type: string;
  readonly recordType: string;
  readonly recordId: string;
  readonly dueOn: Day;
}
