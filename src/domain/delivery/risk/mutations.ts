import { Arg, Args, Ctx, Mutation, Resolver } from "type-graphql";
import { ActArgs } from "../../../api/act/act-args.ts";
import { acting } from "../../../api/act/acting.ts";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { payloadOf, type Payload } from "../../../api/act/payload.ts";
import type { Context } from "../../../api/context.ts";
import { AmendRiskInput, CloseRiskInput, RaiseRiskInput, ReviewRiskInput } from "./act-inputs.ts";
import { riskActs } from "./acts.ts";
import { riskById } from "./loaders.ts";
import { riskKind, type risks } from "./table.ts";
import { RiskType } from "./type.ts";

type Row = typeof risks.$inferSelect;

const RiskPayload = payloadOf("Risk", "risk", () => RiskType);
const answer = { kind: riskKind, load: riskById };

@Resolver()
export class RiskMutations {
  @Mutation(() => RiskPayload, { description: "Raises a risk or an issue, with exactly one owner. Likelihood and impact are somebody's judgement: without one they stay empty." })
  async raiseRisk(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("risk", () => RaiseRiskInput, { description: "What may stand in the way, and who answers for it." }) risk: RaiseRiskInput): Promise<Payload<Row>> {
    return acting(context, { name: "risk:raise", args, sent: risk, ...answer }, (draft) => riskActs.raise(draft, risk, ["risk"]));
  }

  @Mutation(() => RiskPayload, { description: "Sets right what a risk or issue says, at any time, or hands it over to another owner. How it is judged, reviewRisk says." })
  async amendRisk(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("risk", () => AmendRiskInput, { description: "Which, and what is to be otherwise." }) risk: AmendRiskInput): Promise<Payload<Row>> {
    return acting(context, { name: "risk:amend", args, sent: risk, ...answer }, (draft) => riskActs.amend(draft, risk, ["risk"]));
  }

  @Mutation(() => RiskPayload, { description: "Says how an open risk or issue is judged now, and when it was looked at." })
  async reviewRisk(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("risk", () => ReviewRiskInput, { description: "Which, and what is different." }) risk: ReviewRiskInput): Promise<Payload<Row>> {
    return acting(context, { name: "risk:review", args, sent: risk, ...answer }, (draft) => riskActs.review(draft, risk, ["risk"]));
  }

  @Mutation(() => RiskPayload, { description: "Closes a risk or issue. The reason, which has to be given, says how it ended and stays with it." })
  async closeRisk(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("risk", () => CloseRiskInput, { description: "Which, and when it was closed." }) risk: CloseRiskInput): Promise<Payload<Row>> {
    return acting(context, { name: "risk:close", args, sent: risk, ...answer }, (draft) => riskActs.close(draft, risk, ["risk"]));
  }

  @Mutation(() => RiskPayload, { description: "Opens a closed risk or issue again. A reason has to be given; how it had ended stays in its history." })
  async reopenRisk(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("risk", () => RecordAsReadInput, { description: "Which." }) risk: RecordAsReadInput): Promise<Payload<Row>> {
    return acting(context, { name: "risk:reopen", args, sent: risk, ...answer }, (draft) => riskActs.reopen(draft, risk, ["risk"]));
  }
}
