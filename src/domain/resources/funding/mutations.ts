import { Arg, Args, Ctx, Mutation, Resolver } from "type-graphql";
import { ActArgs } from "../../../api/act/act-args.ts";
import { acting } from "../../../api/act/acting.ts";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { payloadOf, type Payload } from "../../../api/act/payload.ts";
import type { Context } from "../../../api/context.ts";
import {
  AddAwardPartyInput, AmendFundingAwardInput, AwardFundingInput, RecordAwardSpendInput, RecordFundingAwardInput, RecordFundingTotalInput,
  } from "./act-inputs.ts";
import { fundingActs } from "./acts.ts";
import { awardPartyById, awardSpendById, fundingAwardById, fundingTotalById } from "./loaders.ts";
import { awardPartyKind, awardSpendKind, fundingAwardKind, fundingTotalKind, type awardParties, type awardSpends, type fundingAwards, type fundingTotals } from "./table.ts";
import { AwardPartyType, AwardSpendType, FundingAwardType, FundingTotalType } from "./type.ts";

type Award = Payload<typeof fundingAwards.$inferSelect>;
type Party = Payload<typeof awardParties.$inferSelect>;
type Spend = Payload<typeof awardSpends.$inferSelect>;
type Total = Payload<typeof fundingTotals.$inferSelect>;

const FundingAwardPayload = payloadOf("FundingAward", "fundingAward", () => FundingAwardType);
const AwardPartyPayload = payloadOf("AwardParty", "awardParty", () => AwardPartyType);
const AwardSpendPayload = payloadOf("AwardSpend", "awardSpend", () => AwardSpendType);
const FundingTotalPayload = payloadOf("FundingTotal", "fundingTotal", () => FundingTotalType);
const award = { kind: fundingAwardKind, load: fundingAwardById };
const party = { kind: awardPartyKind, load: awardPartyById };
const spend = { kind: awardSpendKind, load: awardSpendById };
const total = { kind: fundingTotalKind, load: fundingTotalById };

@Resolver()
export class FundingMutations {
  @Mutation(() => FundingAwardPayload, { description: "Records an award, given or sought, with the parties to it. Its amount may not be known: then the status says why." })
  async recordFundingAward(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("fundingAward", () => RecordFundingAwardInput, { description: "The award." }) sent: RecordFundingAwardInput): Promise<Award> {
    return acting(context, { name: "funding-award:record", args, sent, ...award }, (draft) => fundingActs.record(draft, sent, ["fundingAward"]));
  }

  @Mutation(() => FundingAwardPayload, { description: "Sets right what an award says. How far it is, acts of their own say: applyForFunding, awardFunding, endFundingAward." })
  async amendFundingAward(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("fundingAward", () => AmendFundingAwardInput, { description: "Which, and what is to be otherwise." }) sent: AmendFundingAwardInput): Promise<Award> {
    return acting(context, { name: "funding-award:amend", args, sent, ...award }, (draft) => fundingActs.amend(draft, sent, ["fundingAward"]));
  }

  @Mutation(() => FundingAwardPayload, { description: "Says that a proposed award is applied for." })
  async applyForFunding(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("fundingAward", () => RecordAsReadInput, { description: "Which." }) sent: RecordAsReadInput): Promise<Award> {
    return acting(context, { name: "funding-award:apply", args, sent, ...award }, (draft) => fundingActs.apply(draft, sent, ["fundingAward"]));
  }

  @Mutation(() => FundingAwardPayload, { description: "Says that an award which was sought is given, and when." })
  async awardFunding(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("fundingAward", () => AwardFundingInput, { description: "Which, and when it was given." }) sent: AwardFundingInput): Promise<Award> {
    return acting(context, { name: "funding-award:award", args, sent, ...award }, (draft) => fundingActs.award(draft, sent, ["fundingAward"]));
  }

  @Mutation(() => FundingAwardPayload, { description: "Says that the time of an award is over." })
  async endFundingAward(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("fundingAward", () => RecordAsReadInput, { description: "Which." }) sent: RecordAsReadInput): Promise<Award> {
    return acting(context, { name: "funding-award:end", args, sent, ...award }, (draft) => fundingActs.end(draft, sent, ["fundingAward"]));
  }

  @Mutation(() => FundingAwardPayload, { description: "Takes back that an award has ended, with a reason: it stands where it stood before." })
  async reopenFundingAward(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("fundingAward", () => RecordAsReadInput, { description: "Which." }) sent: RecordAsReadInput): Promise<Award> {
    return acting(context, { name: "funding-award:reopen", args, sent, ...award }, (draft) => fundingActs.reopen(draft, sent, ["fundingAward"]));
  }

  @Mutation(() => AwardPartyPayload, { description: "Adds a party to an award." })
  async addAwardParty(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("awardParty", () => AddAwardPartyInput, { description: "To which award, who, and as what." }) sent: AddAwardPartyInput): Promise<Party> {
    return acting(context, { name: "award-party:add", args, sent, ...party }, (draft) => fundingActs.addParty(draft, sent, ["awardParty"]));
  }

  @Mutation(() => AwardPartyPayload, { description: "Takes a party from an award. Its history stays; awardParty is null, since there is none any more." })
  async removeAwardParty(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("awardParty", () => RecordAsReadInput, { description: "Which." }) sent: RecordAsReadInput): Promise<Party> {
    return acting(context, { name: "award-party:remove", args, sent, ...party }, (draft) => fundingActs.removeParty(draft, sent, ["awardParty"]));
  }

  @Mutation(() => AwardSpendPayload, { description: "Records what was spent of an award in a financial year. A year has one figure: another takes its place by name." })
  async recordAwardSpend(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("awardSpend", () => RecordAwardSpendInput, { description: "Of which award, in which year, and how much." }) sent: RecordAwardSpendInput): Promise<Spend> {
    return acting(context, { name: "award-spend:record", args, sent, ...spend }, (draft) => fundingActs.spend(draft, sent, ["awardSpend"]));
  }

  @Mutation(() => FundingTotalPayload, { description: "Records a total for a financial year that somebody stated. It is never added to awards." })
  async recordFundingTotal(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("fundingTotal", () => RecordFundingTotalInput, { description: "The total." }) sent: RecordFundingTotalInput): Promise<Total> {
    return acting(context, { name: "funding-total:record", args, sent, ...total }, (draft) => fundingActs.recordTotal(draft, sent, ["fundingTotal"]));
  }
}
