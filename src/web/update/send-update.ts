import { send, type Outcome } from "../acts/send.ts";
import type { ActAnswerFragment, UpdateWorkstreamMutation } from "../graph/types.ts";
import type { Pending, ReportedOn } from "./read.ts";
import { DraftStatusReport, ReviseStatusReport, UpdateWorkstream } from "./update.graphql.ts";

/** What is there once an update is saved. */
export type Saved = ActAnswerFragment & Pick<UpdateWorkstreamMutation["updateWorkstream"], "changed">;

/** Sends an update as one act: all of a workstream's month, or the report on something else. */
export async function sendUpdate(on: ReportedOn, { key, variables }: Pending): Promise<Outcome<Saved>> {
  const [act] = variables.update.acts;
  if (on === "workstream" || act === undefined) return send(UpdateWorkstream, variables, key, (answer) => answer.updateWorkstream);
  const { reason, citations } = variables;
  const { draftStatusReport: begun, reviseStatusReport: revised } = act;
  if (begun !== undefined && begun !== null) return placed(await send(DraftStatusReport, { statusReport: begun, reason, citations }, key, (answer) => answer.draftStatusReport), "draftStatusReport");
  if (revised !== undefined && revised !== null) return placed(await send(ReviseStatusReport, { statusReport: revised, reason, citations }, key, (answer) => answer.reviseStatusReport), "reviseStatusReport");
  throw new Error("A form that writes a report sends nothing else.");
}

/** What stands in the way, at the place that it has in an update. */
function placed(outcome: Outcome<Saved>, act: string): Outcome<Saved> {
  if (outcome.kind !== "refused") return outcome;
  return { ...outcome, problems: outcome.problems.map((problem) => ({ ...problem, path: problem.path[0] === "statusReport" ? ["update", "acts", "0", act, ...problem.path.slice(1)] : problem.path })) };
}
