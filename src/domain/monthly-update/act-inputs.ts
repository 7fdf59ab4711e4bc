import { Field, ID, InputType, Int } from "type-graphql";
import { RecordAsReadInput } from "../../api/act/as-read.ts";
import { OneOf } from "../../api/value/one-of.ts";
import { AddCriterionInput, SupplyCriterionInput } from "../delivery/criterion/act-inputs.ts";
import { MeetMilestoneInput, MissMilestoneInput, PlanMilestoneInput, ReforecastMilestoneInput, RewordMilestoneInput } from "../delivery/milestone/act-inputs.ts";
import { CloseRiskInput, RaiseRiskInput, ReviewRiskInput } from "../delivery/risk/act-inputs.ts";
import { DraftStatusReportInput, ReviseStatusReportInput } from "../delivery/status-report/act-inputs.ts";
import { AmendWorkstreamInput } from "../delivery/workstream/act-inputs.ts";
import { ReportMeasureInput } from "../resources/measure/act-inputs.ts";

@OneOf()
@InputType("WorkstreamActInput", { description: "One act of an update, under the name of the mutation that does it alone, with what that takes. Of the workstream that is updated, and of what is part of it." })
export class WorkstreamActInput {
  @Field(() => AmendWorkstreamInput, { nullable: true, description: "Changes what the workstream is called, what it is about or who leads it." })
  declare readonly amendWorkstream?: AmendWorkstreamInput | null;

  @Field(() => RecordAsReadInput, { nullable: true, description: "Starts the workstream." })
  declare readonly startWorkstream?: RecordAsReadInput | null;

  @Field(() => RecordAsReadInput, { nullable: true, description: "Says that what others wait for is ready." })
  declare readonly reportWorkstreamReady?: RecordAsReadInput | null;

  @Field(() => RecordAsReadInput, { nullable: true, description: "Stops the workstream for the time being." })
  declare readonly pauseWorkstream?: RecordAsReadInput | null;

  @Field(() => RecordAsReadInput, { nullable: true, description: "Goes on with the workstream after a pause." })
  declare readonly resumeWorkstream?: RecordAsReadInput | null;

  @Field(() => PlanMilestoneInput, { nullable: true, description: "Plans a milestone of the workstream." })
  declare readonly planMilestone?: PlanMilestoneInput | null;

  @Field(() => RewordMilestoneInput, { nullable: true, description: "Says a milestone in other words." })
  declare readonly rewordMilestone?: RewordMilestoneInput | null;

  @Field(() => ReforecastMilestoneInput, { nullable: true, description: "Moves a milestone's forecast." })
  declare readonly reforecastMilestone?: ReforecastMilestoneInput | null;

  @Field(() => MeetMilestoneInput, { nullable: true, description: "Says that a milestone was reached." })
  declare readonly meetMilestone?: MeetMilestoneInput | null;

  @Field(() => MeetMilestoneInput, { nullable: true, description: "Says that a milestone was reached in part." })
  declare readonly partlyMeetMilestone?: MeetMilestoneInput | null;

  @Field(() => MissMilestoneInput, { nullable: true, description: "Says that a milestone is not met." })
  declare readonly missMilestone?: MissMilestoneInput | null;

  @Field(() => MissMilestoneInput, { nullable: true, description: "Says no more than that a milestone is not done on a day." })
  declare readonly sayMilestoneNotDone?: MissMilestoneInput | null;

  @Field(() => RecordAsReadInput, { nullable: true, description: "Says that a milestone is not wanted any more. Takes the update's reason." })
  declare readonly cancelMilestone?: RecordAsReadInput | null;

  @Field(() => AddCriterionInput, { nullable: true, description: "Adds a criterion of the workstream." })
  declare readonly addCriterion?: AddCriterionInput | null;

  @Field(() => SupplyCriterionInput, { nullable: true, description: "Supplies the evidence for a criterion." })
  declare readonly supplyCriterion?: SupplyCriterionInput | null;

  @Field(() => ReportMeasureInput, { nullable: true, description: "Reports what was counted." })
  declare readonly reportMeasure?: ReportMeasureInput | null;

  @Field(() => DraftStatusReportInput, { nullable: true, description: "Begins a report on the workstream, and hands it in at once where that is said." })
  declare readonly draftStatusReport?: DraftStatusReportInput | null;

  @Field(() => ReviseStatusReportInput, { nullable: true, description: "Changes a report that is not handed in." })
  declare readonly reviseStatusReport?: ReviseStatusReportInput | null;

  @Field(() => RecordAsReadInput, { nullable: true, description: "Hands a report in to the programme office." })
  declare readonly submitStatusReport?: RecordAsReadInput | null;

  @Field(() => RaiseRiskInput, { nullable: true, description: "Raises a risk or an issue about the workstream." })
  declare readonly raiseRisk?: RaiseRiskInput | null;

  @Field(() => ReviewRiskInput, { nullable: true, description: "Says how an open risk or issue is judged now." })
  declare readonly reviewRisk?: ReviewRiskInput | null;

  @Field(() => CloseRiskInput, { nullable: true, description: "Closes a risk or an issue. How it ended is said in the update's reason." })
  declare readonly closeRisk?: CloseRiskInput | null;
}

@InputType("UpdateWorkstreamInput", { description: "What happened in a workstream, as one act." })
export class UpdateWorkstreamInput {
  @Field(() => ID, { description: "The workstream." })
  declare readonly id: string;

  @Field(() => Int, { nullable: true, description: "Its version as you read it, where nothing of it may have changed since. Its milestones and so on have versions of their own, in their acts." })
  declare readonly expectedVersion?: number | null;

  @Field(() => [WorkstreamActInput], { description: "1 to 50 acts, done in this order. Each sees what those before it did, and expects the version that you read, however many are of one record." })
  declare readonly acts: readonly WorkstreamActInput[];
}
