import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { MoneyType } from "../../../api/value/money.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { PartyInterface } from "../../partners/party/type.ts";
import { awardStatuses, partyRoles } from "./table.ts";

/** The door by which a later concept lends the summary a field. */
export { FundingSummaryType } from "./summary-type.ts";

export const AwardStatusEnum = enumOf("AwardStatus", "How far an award is. What is only PROPOSED or APPLIED for is not funding, and stands in no sum of it.", awardStatuses, {
  PROPOSED: "Somebody suggests that there should be one.",
  APPLIED: "Applied for, not yet decided.",
  AWARDED: "Given.",
  ENDED: "Given, and its time is over.",
  NOT_REPORTED: "No source says. Counted as funding, since a source speaks of it as such.",
});

export const PartyRoleEnum = enumOf("PartyRole", "What somebody is to an award. One body can have several roles.", partyRoles, {
  FUNDER: "Gives the money.",
  PART_FUNDER: "Gives a part of the money; the size of the part may not be known.",
  INTERMEDIARY: "Passes the money on.",
  RECIPIENT: "Receives the money.",
  BENEFICIARY: "Benefits without receiving it.",
  SECURED_BY: "Brought it about without receiving it.",
  COMMISSIONER: "Ordered what it pays for.",
});

@ObjectType("FundingAward", { implements: [RecordInterface], description: "Money given, or sought, for something, with the parties to it. Its amount may not be known: it is an award all the same." })
export class FundingAwardType extends RecordInterface {
  @Field(() => String, { description: "What it is, in our short words." })
  declare readonly title: string;

  @Field(() => MoneyType, { description: "How much, or why that is not known." })
  declare readonly amount: MoneyType;

  @Field(() => PartialDateType, { description: "When it was given." })
  declare readonly awarded: PartialDateType;

  @Field(() => PartialDateType, { description: "The time that the money is for." })
  declare readonly period: PartialDateType;

  @Field(() => AwardStatusEnum, { description: "How far it is." })
  declare readonly status: string;

  @Field(() => [String], { description: "What it is for, as the source lists it; the amount is never split between them. Empty where no purpose is known: see valueStatus." })
  declare readonly purposes: readonly string[];
}

@ObjectType("AwardParty", { implements: [RecordInterface, PartyInterface], description: "Somebody's part in an award." })
export class AwardPartyType extends RecordInterface {
  @Field(() => PartyRoleEnum, { description: "What they are to the award." })
  declare readonly role: string;
}

@ObjectType("AwardSpend", { implements: [RecordInterface], description: "What was spent of an award in one financial year, as somebody stated it." })
export class AwardSpendType extends RecordInterface {
  @Field(() => MoneyType, { description: "How much, or why that is not known." })
  declare readonly amount: MoneyType;
}

@ObjectType("FundingTotal", {
  implements: [RecordInterface],
  description: "A total for a financial year that somebody stated. It may include awards that are recorded here one by one, so it is never added to them, nor to another total.",
})
export class FundingTotalType extends RecordInterface {
  @Field(() => String, { description: "What it is a total of, in our short words." })
  declare readonly title: string;

  @Field(() => MoneyType, { description: "How much, or why that is not known." })
  declare readonly amount: MoneyType;

  @Field(() => Boolean, { description: "Whether its source lists the awards that it is made of." })
  declare readonly itemised: boolean;

  @Field(() => [String], { description: "What it is for, as the source lists it; the amount is never split between them. Empty where no purpose is known." })
  declare readonly purposes: readonly string[];
}
