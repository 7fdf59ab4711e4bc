import { Arg, Args, Ctx, Mutation, Resolver } from "type-graphql";
import { ActArgs } from "../../../api/act/act-args.ts";
import { acting } from "../../../api/act/acting.ts";
import { payloadOf, type Payload } from "../../../api/act/payload.ts";
import type { Context } from "../../../api/context.ts";
import { AddCriterionInput, DecideCriterionInput, RewordCriterionInput, SupplyCriterionInput } from "./act-inputs.ts";
import { criterionActs } from "./acts.ts";
import { criterionById } from "./loaders.ts";
import { criterionKind, type criteria } from "./table.ts";
import { CriterionType } from "./type.ts";

type Row = typeof criteria.$inferSelect;

const CriterionPayload = payloadOf("Criterion", "criterion", () => CriterionType);
const answer = { kind: criterionKind, load: criterionById };

@Resolver()
export class CriterionMutations {
  @Mutation(() => CriterionPayload, { description: "Adds a criterion: something that has to be shown before a workstream counts as ready." })
  async addCriterion(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("criterion", () => AddCriterionInput, { description: "What has to be shown, and for which workstream." }) criterion: AddCriterionInput): Promise<Payload<Row>> {
    return acting(context, { name: "criterion:add", args, sent: criterion, ...answer }, (draft) => criterionActs.add(draft, criterion, ["criterion"]));
  }

  @Mutation(() => CriterionPayload, { description: "Says in other words what has to be shown, or who can supply it." })
  async rewordCriterion(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("criterion", () => RewordCriterionInput, { description: "Which, and what is worded anew." }) criterion: RewordCriterionInput): Promise<Payload<Row>> {
    return acting(context, { name: "criterion:reword", args, sent: criterion, ...answer }, (draft) => criterionActs.reword(draft, criterion, ["criterion"]));
  }

  @Mutation(() => CriterionPayload, { description: "Supplies the evidence for a criterion. Whether it is enough, the programme decides." })
  async supplyCriterion(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("criterion", () => SupplyCriterionInput, { description: "Which, and the evidence." }) criterion: SupplyCriterionInput): Promise<Payload<Row>> {
    return acting(context, { name: "criterion:supply", args, sent: criterion, ...answer }, (draft) => criterionActs.supply(draft, criterion, ["criterion"]));
  }

  @Mutation(() => CriterionPayload, { description: "Accepts the evidence for a criterion. For the lead of its programme, or the office." })
  async acceptCriterion(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("criterion", () => DecideCriterionInput, { description: "Which, and who decided when." }) criterion: DecideCriterionInput): Promise<Payload<Row>> {
    return acting(context, { name: "criterion:accept", args, sent: criterion, ...answer }, (draft) => criterionActs.accept(draft, criterion, ["criterion"]));
  }

  @Mutation(() => CriterionPayload, { description: "Rejects the evidence for a criterion, or takes back that it was accepted, with a reason: it is OUTSTANDING again. Its history keeps the evidence." })
  async rejectCriterion(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("criterion", () => DecideCriterionInput, { description: "Which, and who decided when." }) criterion: DecideCriterionInput): Promise<Payload<Row>> {
    return acting(context, { name: "criterion:reject", args, sent: criterion, ...answer }, (draft) => criterionActs.reject(draft, criterion, ["criterion"]));
  }

  @Mutation(() => CriterionPayload, { description: "Lets the work go on without a criterion, with a reason." })
  async waiveCriterion(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("criterion", () => DecideCriterionInput, { description: "Which, and who decided when." }) criterion: DecideCriterionInput): Promise<Payload<Row>> {
    return acting(context, { name: "criterion:waive", args, sent: criterion, ...answer }, (draft) => criterionActs.waive(draft, criterion, ["criterion"]));
  }

  @Mutation(() => CriterionPayload, { description: "Ends that a criterion is waived, with a reason." })
  async requireCriterion(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("criterion", () => DecideCriterionInput, { description: "Which, and who decided when." }) criterion: DecideCriterionInput): Promise<Payload<Row>> {
    return acting(context, { name: "criterion:require", args, sent: criterion, ...answer }, (draft) => criterionActs.require(draft, criterion, ["criterion"]));
  }
}
