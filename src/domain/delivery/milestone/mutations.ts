import { Arg, Args, Ctx, Mutation, Resolver } from "type-graphql";
import { ActArgs } from "../../../api/act/act-args.ts";
import { acting } from "../../../api/act/acting.ts";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { payloadOf, type Payload } from "../../../api/act/payload.ts";
import type { Context } from "../../../api/context.ts";
import {
  CorrectMilestoneBaselineInput, MeetMilestoneInput, MissMilestoneInput, MoveMilestoneInput, PlanMilestoneInput, RebaselineMilestoneInput, ReforecastMilestoneInput, RewordMilestoneInput,
} from "./act-inputs.ts";
import { milestoneActs } from "./acts.ts";
import { moveActOf } from "./move.ts";
import { milestoneById } from "./loaders.ts";
import { milestoneKind, type milestones } from "./table.ts";
import { MilestoneType } from "./type.ts";

type Row = typeof milestones.$inferSelect;

const MilestonePayload = payloadOf("Milestone", "milestone", () => MilestoneType);
const answer = { kind: milestoneKind, load: milestoneById };

@Resolver()
export class MilestoneMutations {
  @Mutation(() => MilestonePayload, { description: "Plans a milestone. The date is its baseline, which stays; what is expected later is a forecast." })
  async planMilestone(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("milestone", () => PlanMilestoneInput, { description: "What is to be reached." }) milestone: PlanMilestoneInput): Promise<Payload<Row>> {
    return acting(context, { name: "milestone:plan", args, sent: milestone, ...answer }, (draft) => milestoneActs.plan(draft, milestone, ["milestone"]));
  }

  @Mutation(() => MilestonePayload, { description: "Says in other words what is to be reached, of what sort and in which parts, or who answers for it where nobody does yet." })
  async rewordMilestone(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("milestone", () => RewordMilestoneInput, { description: "Which, and what is worded anew." }) milestone: RewordMilestoneInput): Promise<Payload<Row>> {
    return acting(context, { name: "milestone:reword", args, sent: milestone, ...answer }, (draft) => milestoneActs.reword(draft, milestone, ["milestone"]));
  }

  @Mutation(() => MilestonePayload, { description: "Moves the forecast. The baseline stays, so the slip can be seen; and it is said by this that the milestone is not done today." })
  async reforecastMilestone(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("milestone", () => ReforecastMilestoneInput, { description: "Which, and when it is expected now." }) milestone: ReforecastMilestoneInput): Promise<Payload<Row>> {
    return acting(context, { name: "milestone:reforecast", args, sent: milestone, ...answer }, (draft) => milestoneActs.reforecast(draft, milestone, ["milestone"]));
  }

  @Mutation(() => MilestonePayload, { description: "Sets the baseline anew, with a reason. The first baseline stays, and the slip against it beside the slip against this one. A forecast that was the baseline, word for word, goes along." })
  async rebaselineMilestone(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("milestone", () => RebaselineMilestoneInput, { description: "Which, and the date that is committed to now." }) milestone: RebaselineMilestoneInput): Promise<Payload<Row>> {
    return acting(context, { name: "milestone:rebaseline", args, sent: milestone, ...answer }, (draft) => milestoneActs.rebaseline(draft, milestone, ["milestone"]));
  }

  @Mutation(() => MilestonePayload, { description: "Sets right a first baseline that was written down wrongly, with a reason: a date that was never agreed is nothing to be measured against. A baseline, and a forecast, that was the same word for word goes along. Its history keeps what stood there." })
  async correctMilestoneBaseline(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("milestone", () => CorrectMilestoneBaselineInput, { description: "Which, and the date that was committed to at first." }) milestone: CorrectMilestoneBaselineInput): Promise<Payload<Row>> {
    return acting(context, { name: "milestone:correct-baseline", args, sent: milestone, ...answer }, (draft) => milestoneActs.correctBaseline(draft, milestone, ["milestone"]));
  }

  @Mutation(() => MilestonePayload, { description: "Says that a milestone was reached, and when. Its forecast stays as it was." })
  async meetMilestone(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("milestone", () => MeetMilestoneInput, { description: "Which, and when it was reached." }) milestone: MeetMilestoneInput): Promise<Payload<Row>> {
    return acting(context, { name: "milestone:meet", args, sent: milestone, ...answer }, (draft) => milestoneActs.meet(draft, milestone, ["milestone"]));
  }

  @Mutation(() => MilestonePayload, { description: "Says that a milestone was reached in part, and when. After its window it is OVERDUE until it is met." })
  async partlyMeetMilestone(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("milestone", () => MeetMilestoneInput, { description: "Which, and when that part was reached." }) milestone: MeetMilestoneInput): Promise<Payload<Row>> {
    return acting(context, { name: "milestone:partly-meet", args, sent: milestone, ...answer }, (draft) => milestoneActs.partlyMeet(draft, milestone, ["milestone"]));
  }

  @Mutation(() => MilestonePayload, { description: "Says that a milestone is not met." })
  async missMilestone(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("milestone", () => MissMilestoneInput, { description: "Which, and the day on which that was said." }) milestone: MissMilestoneInput): Promise<Payload<Row>> {
    return acting(context, { name: "milestone:miss", args, sent: milestone, ...answer }, (draft) => milestoneActs.miss(draft, milestone, ["milestone"]));
  }

  @Mutation(() => MilestonePayload, { description: "Says no more than that a milestone is not done on a day: after its window it is OVERDUE then, where silence would be PAST_DUE_NOT_REPORTED. Its status stays." })
  async sayMilestoneNotDone(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("milestone", () => MissMilestoneInput, { description: "Which, and the day on which that was said." }) milestone: MissMilestoneInput): Promise<Payload<Row>> {
    return acting(context, { name: "milestone:say-not-done", args, sent: milestone, ...answer }, (draft) => milestoneActs.sayNotDone(draft, milestone, ["milestone"]));
  }

  @Mutation(() => MilestonePayload, { description: "Says that somebody asked how a milestone stands and had no answer: it is NOT_REPORTED until something is said of it. It makes nothing late." })
  async sayMilestoneNotReported(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("milestone", () => RecordAsReadInput, { description: "Which." }) milestone: RecordAsReadInput): Promise<Payload<Row>> {
    return acting(context, { name: "milestone:say-not-reported", args, sent: milestone, ...answer }, (draft) => milestoneActs.sayNotReported(draft, milestone, ["milestone"]));
  }

  @Mutation(() => MilestonePayload, { description: "Says that a milestone is not wanted any more, with a reason." })
  async cancelMilestone(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("milestone", () => RecordAsReadInput, { description: "Which." }) milestone: RecordAsReadInput): Promise<Payload<Row>> {
    return acting(context, { name: "milestone:cancel", args, sent: milestone, ...answer }, (draft) => milestoneActs.cancel(draft, milestone, ["milestone"]));
  }

  @Mutation(() => MilestonePayload, { description: "Takes back what was reported of a milestone, with a reason: it is SCHEDULED again, without an actual date, and not done today. Its history keeps what was reported." })
  async reopenMilestone(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("milestone", () => RecordAsReadInput, { description: "Which." }) milestone: RecordAsReadInput): Promise<Payload<Row>> {
    return acting(context, { name: "milestone:reopen", args, sent: milestone, ...answer }, (draft) => milestoneActs.reopen(draft, milestone, ["milestone"]));
  }

  @Mutation(() => MilestonePayload, { description: "Moves a milestone to another programme or workstream, or hands it over to another owner. Takes a role at both ends." })
  async moveMilestone(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("milestone", () => MoveMilestoneInput, { description: "Which, and where to." }) milestone: MoveMilestoneInput): Promise<Payload<Row>> {
    return acting(context, { name: moveActOf(milestone), args, sent: milestone, ...answer }, (draft) => milestoneActs.move(draft, milestone, ["milestone"]));
  }
}
