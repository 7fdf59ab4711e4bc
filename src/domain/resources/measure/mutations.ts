import { Arg, Args, Ctx, Mutation, Resolver } from "type-graphql";
import { ActArgs } from "../../../api/act/act-args.ts";
import { acting } from "../../../api/act/acting.ts";
import { payloadOf, type Payload } from "../../../api/act/payload.ts";
import type { Context } from "../../../api/context.ts";
import { AmendMeasureActualInput, AmendMeasureInput, RecordMeasureInput, ReportMeasureInput, SetMeasureTargetInput } from "./act-inputs.ts";
import { measureActs } from "./acts.ts";
import { measureActualById, measureById } from "./loaders.ts";
import { measureActualKind, measureKind, type measureActuals, type measures } from "./table.ts";
import { MeasureActualType, MeasureType } from "./type.ts";

type Measure = Payload<typeof measures.$inferSelect>;
type Actual = Payload<typeof measureActuals.$inferSelect>;

const MeasurePayload = payloadOf("Measure", "measure", () => MeasureType);
const MeasureActualPayload = payloadOf("MeasureActual", "measureActual", () => MeasureActualType);
const measure = { kind: measureKind, load: measureById };
const actual = { kind: measureActualKind, load: measureActualById };

@Resolver()
export class MeasureMutations {
  @Mutation(() => MeasurePayload, { description: "Records a measure: something that is counted from now on, in one unit." })
  async recordMeasure(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("measure", () => RecordMeasureInput, { description: "The measure." }) sent: RecordMeasureInput): Promise<Measure> {
    return acting(context, { name: "measure:record", args, sent, ...measure }, (draft) => measureActs.record(draft, sent, ["measure"]));
  }

  @Mutation(() => MeasurePayload, { description: "Sets right what a measure says. Its unit stays; its target is set by setMeasureTarget." })
  async amendMeasure(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("measure", () => AmendMeasureInput, { description: "Which, and what is to be otherwise." }) sent: AmendMeasureInput): Promise<Measure> {
    return acting(context, { name: "measure:amend", args, sent, ...measure }, (draft) => measureActs.amend(draft, sent, ["measure"]));
  }

  @Mutation(() => MeasurePayload, { description: "Sets what a measure is to come to, and by when. Moving a known target takes a reason." })
  async setMeasureTarget(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("measure", () => SetMeasureTargetInput, { description: "Which, and its target." }) sent: SetMeasureTargetInput): Promise<Measure> {
    return acting(context, { name: "measure:target", args, sent, ...measure }, (draft) => measureActs.target(draft, sent, ["measure"]));
  }

  @Mutation(() => MeasureActualPayload, { description: "Reports what was counted, over a period or as at a day, in the measure's unit." })
  async reportMeasure(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("measureActual", () => ReportMeasureInput, { description: "Of which measure, how many, and when." }) sent: ReportMeasureInput): Promise<Actual> {
    return acting(context, { name: "measure:report", args, sent, ...actual }, (draft) => measureActs.report(draft, sent, ["measureActual"]));
  }

  @Mutation(() => MeasureActualPayload, { description: "Sets right a count that was reported." })
  async amendMeasureActual(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("measureActual", () => AmendMeasureActualInput, { description: "Which, and what is to be otherwise." }) sent: AmendMeasureActualInput): Promise<Actual> {
    return acting(context, { name: "measure-actual:amend", args, sent, ...actual }, (draft) => measureActs.amendActual(draft, sent, ["measureActual"]));
  }
}
