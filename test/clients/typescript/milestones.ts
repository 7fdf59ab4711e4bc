import type { Tracker } from "./client.ts";
import { ChangesAfterDocument, MilestonesDocument, ReforecastDocument, type ChangesAfterQuery, type MilestonesQuery, type ReforecastMutation } from "./operations.ts";

export type Milestone = MilestonesQuery["milestones"]["nodes"][number];
export type MilestoneChange = ChangesAfterQuery["changes"]["nodes"][number];

/** Every milestone, page by page, however many there are. */
export async function* milestones(tracker: Tracker, first = 50): AsyncGenerator<Milestone> {
  for (let after: string | null = null, isMore = true; isMore; ) {
    const page: MilestonesQuery = await tracker.ask(MilestonesDocument, { after, first });
    yield* page.milestones.nodes;
    ({ hasNextPage: isMore, endCursor: after } = page.milestones.pageInfo);
  }
}

/** The place in the history at which everything is read that was recorded until now. */
export async function hereAndNow(tracker: Tracker): Promise<string> {
  return (await tracker.ask(MilestonesDocument, { first: 1 })).cursor;
}

/** What has become of milestones behind a cursor, and the cursor to go on from: keep it. */
export async function changesAfter(tracker: Tracker, cursor: string, first = 50): Promise<{ readonly changes: readonly MilestoneChange[]; readonly cursor: string }> {
  const changes: MilestoneChange[] = [];
  for (let after = cursor; ; ) {
    const { changes: page }: ChangesAfterQuery = await tracker.ask(ChangesAfterDocument, { after, first });
    changes.push(...page.nodes);
    after = page.cursor;
    if (!page.hasNextPage) return { changes, cursor: after };
  }
}

/** Says when a milestone is expected now. `key` is made once for one act and kept until it is answered: sent again, it is done once. */
export async function reforecast(tracker: Tracker, { id, version }: Milestone, act: { readonly forecast: string; readonly reason: string; readonly key: string }): Promise<ReforecastMutation["reforecastMilestone"]> {
  const { forecast, reason, key } = act;
  return (await tracker.ask(ReforecastDocument, { id, expectedVersion: version, forecast, reason }, key)).reforecastMilestone;
}
