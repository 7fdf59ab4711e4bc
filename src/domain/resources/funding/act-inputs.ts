import { Field, ID, InputType } from "type-graphql";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { AudienceEnum } from "../../../api/record.ts";
import { MoneyInput, PartialDateInput } from "../../../api/value/inputs.ts";
import { PartyInput } from "../../partners/party/inputs.ts";
import { AwardStatusEnum, PartyRoleEnum } from "./type.ts";

@InputType("AwardPartyInput", { description: "Somebody's part in an award: exactly one of organisation, healthIntegrationTeam, group and description. Whoever has two roles is sent twice." })
export class AwardPartyInput extends PartyInput {
  @Field(() => PartyRoleEnum, { description: "What they are to the award." })
  declare readonly role: string;
}

@InputType("RecordFundingAwardInput", { description: "Money given, or sought. It is for a programme, a workstream or a HIT, or else belongs to a system." })
export class RecordFundingAwardInput {
  @Field(() => String, { description: "What it is, in a few words." })
  declare readonly title: string;

  @Field(() => MoneyInput, { description: "How much, or why that is not known." })
  declare readonly amount: MoneyInput;

  @Field(() => AwardStatusEnum, { description: "How far it is." })
  declare readonly status: string;

  @Field(() => PartialDateInput, { nullable: true, description: "When it was given." })
  declare readonly awarded?: PartialDateInput | null;

  @Field(() => PartialDateInput, { nullable: true, description: "The time that the money is for." })
  declare readonly period?: PartialDateInput | null;

  @Field(() => [String], { nullable: true, description: "What it is for, each purpose as it is stated; the amount is never split between them." })
  declare readonly purposes?: readonly string[] | null;

  @Field(() => [AwardPartyInput], { description: "Who is what to it. May be empty." })
  declare readonly parties: readonly AwardPartyInput[];

  @Field(() => ID, { nullable: true, description: "The larger award that it is a part of." })
  declare readonly partOf?: string | null;

  @Field(() => ID, { nullable: true, description: "The programme that it is for." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "The workstream that it is for." })
  declare readonly workstream?: string | null;

  @Field(() => ID, { nullable: true, description: "The HIT whose work it belongs to." })
  declare readonly healthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "The system that it belongs to, where it is for none of these." })
  declare readonly system?: string | null;

  @Field(() => AudienceEnum, { nullable: true, description: "Who it is for; as what it is part of unless given." })
  declare readonly audience?: string | null;
}

@InputType("AmendFundingAwardInput", { description: "What is to be otherwise. What is left out stays; what is sent as you read it is no edit." })
export class AmendFundingAwardInput extends RecordAsReadInput {
  @Field(() => String, { nullable: true, description: "What it is, in a few words." })
  declare readonly title?: string;

  @Field(() => MoneyInput, { nullable: true, description: "How much, or why that is not known." })
  declare readonly amount?: MoneyInput | null;

  @Field(() => PartialDateInput, { nullable: true, description: "When it was given." })
  declare readonly awarded?: PartialDateInput | null;

  @Field(() => PartialDateInput, { nullable: true, description: "The time that the money is for." })
  declare readonly period?: PartialDateInput | null;

  @Field(() => [String], { nullable: true, description: "All that it is for, each purpose as it is stated." })
  declare readonly purposes?: readonly string[] | null;

  @Field(() => ID, { nullable: true, description: "The larger award that it is a part of." })
  declare readonly partOf?: string | null;

  @Field(() => ID, { nullable: true, description: "The programme that it is for." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "The workstream that it is for." })
  declare readonly workstream?: string | null;

  @Field(() => ID, { nullable: true, description: "The HIT whose work it belongs to." })
  declare readonly healthIntegrationTeam?: string | null;

  @Field(() => AudienceEnum, { nullable: true, description: "Who it is for." })
  declare readonly audience?: string;
}

@InputType("AwardFundingInput", { description: "An award that was sought, and is given." })
export class AwardFundingInput extends RecordAsReadInput {
  @Field(() => PartialDateInput, { description: "When it was given." })
  declare readonly awarded: PartialDateInput;

  @Field(() => MoneyInput, { nullable: true, description: "How much was given, where that is not what was sought." })
  declare readonly amount?: MoneyInput | null;
}

@InputType("AddAwardPartyInput", { description: "One more part in an award: exactly one of organisation, healthIntegrationTeam, group and description." })
export class AddAwardPartyInput extends AwardPartyInput {
  @Field(() => ID, { description: "The award." })
  declare readonly award: string;
}

@InputType("RecordAwardSpendInput", { description: "What was spent of an award in one financial year." })
export class RecordAwardSpendInput {
  @Field(() => ID, { description: "The award." })
  declare readonly award: string;

  @Field(() => String, { description: "The financial year, as 2022-23, 2022/23 or FY23." })
  declare readonly financialYear: string;

  @Field(() => MoneyInput, { description: "How much was spent, or why that is not known." })
  declare readonly amount: MoneyInput;

  @Field(() => RecordAsReadInput, { nullable: true, description: "The figure for this year that it takes the place of: a year has one." })
  declare readonly replaces?: RecordAsReadInput | null;
}

@InputType("RecordFundingTotalInput", { description: "A total for a financial year that somebody stated. It is never added to awards." })
export class RecordFundingTotalInput {
  @Field(() => String, { description: "What it is a total of, in a few words." })
  declare readonly title: string;

  @Field(() => MoneyInput, { description: "How much, or why that is not known." })
  declare readonly amount: MoneyInput;

  @Field(() => String, { description: "The financial year, as 2022-23, 2022/23 or FY23." })
  declare readonly financialYear: string;

  @Field(() => Boolean, { description: "Whether its source lists the awards that it is made of." })
  declare readonly itemised: boolean;

  @Field(() => [String], { nullable: true, description: "What it is for, each purpose as it is stated." })
  declare readonly purposes?: readonly string[] | null;

  @Field(() => ID, { nullable: true, description: "The programme that it was stated for." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "The HIT that it was stated for." })
  declare readonly healthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "The system that it belongs to, where it was stated for neither." })
  declare readonly system?: string | null;

  @Field(() => AudienceEnum, { nullable: true, description: "Who it is for; as what it is part of unless given." })
  declare readonly audience?: string | null;
}
