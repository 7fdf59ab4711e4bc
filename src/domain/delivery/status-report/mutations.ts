import { Arg, Args, Ctx, Mutation, Resolver } from "type-graphql";
import { ActArgs } from "../../../api/act/act-args.ts";
import { acting } from "../../../api/act/acting.ts";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { payloadOf, type Payload } from "../../../api/act/payload.ts";
import type { Context } from "../../../api/context.ts";
import { CorrectStatusReportInput, DraftStatusReportInput, ReviseStatusReportInput } from "./act-inputs.ts";
import { statusReportActs } from "./acts.ts";
import { statusReportById } from "./loaders.ts";
import { statusReportKind, type statusReports } from "./table.ts";
import { StatusReportType } from "./type.ts";

type Row = typeof statusReports.$inferSelect;

const StatusReportPayload = payloadOf("StatusReport", "statusReport", () => StatusReportType);
const answer = { kind: statusReportKind, load: statusReportById };
const PATH = ["statusReport"];

@Resolver()
export class StatusReportMutations {
  @Mutation(() => StatusReportPayload, { description: "Begins a report, and hands it in at once where that is said. Until it is published it is a draft for leads and the office." })
  async draftStatusReport(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("statusReport", () => DraftStatusReportInput, { description: "What it is on, the period, and what it says so far." }) statusReport: DraftStatusReportInput): Promise<Payload<Row>> {
    return acting(context, { name: "status-report:draft", args, sent: statusReport, ...answer }, (draft) => statusReportActs.draft(draft, statusReport, PATH));
  }

  @Mutation(() => StatusReportPayload, { description: "Changes a report that is not handed in: its texts, items and judgements in one act. What others have changed meanwhile stays, unless it is the same field." })
  async reviseStatusReport(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("statusReport", () => ReviseStatusReportInput, { description: "Which, and what is different." }) statusReport: ReviseStatusReportInput): Promise<Payload<Row>> {
    return acting(context, { name: "status-report:revise", args, sent: statusReport, ...answer }, (draft) => statusReportActs.revise(draft, statusReport, PATH));
  }

  @Mutation(() => StatusReportPayload, { description: "Hands a report in to the programme office." })
  async submitStatusReport(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("statusReport", () => RecordAsReadInput, { description: "Which." }) statusReport: RecordAsReadInput): Promise<Payload<Row>> {
    return acting(context, { name: "status-report:submit", args, sent: statusReport, ...answer }, (draft) => statusReportActs.submit(draft, statusReport, PATH));
  }

  @Mutation(() => StatusReportPayload, { description: "Sends a report back to its authors. The reason, which has to be given, says what is to be reworked." })
  async returnStatusReport(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("statusReport", () => RecordAsReadInput, { description: "Which." }) statusReport: RecordAsReadInput): Promise<Payload<Row>> {
    return acting(context, { name: "status-report:return", args, sent: statusReport, ...answer }, (draft) => statusReportActs.return(draft, statusReport, PATH));
  }

  @Mutation(() => StatusReportPayload, { description: "Publishes a report that was handed in, to those for whom what it is on is. From then on it never changes." })
  async publishStatusReport(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("statusReport", () => RecordAsReadInput, { description: "Which." }) statusReport: RecordAsReadInput): Promise<Payload<Row>> {
    return acting(context, { name: "status-report:publish", args, sent: statusReport, ...answer }, (draft) => statusReportActs.publish(draft, statusReport, PATH));
  }

  @Mutation(() => StatusReportPayload, { description: "Begins a new report that corrects a published one and, once it is published itself, takes its place. A reason has to be given." })
  async correctStatusReport(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("statusReport", () => CorrectStatusReportInput, { description: "Which, and what it should have said." }) statusReport: CorrectStatusReportInput): Promise<Payload<Row>> {
    return acting(context, { name: "status-report:correct", args, sent: statusReport, ...answer }, (draft) => statusReportActs.correct(draft, statusReport, PATH));
  }
}
