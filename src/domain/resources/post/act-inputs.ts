import { Field, ID, InputType } from "type-graphql";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { AudienceEnum } from "../../../api/record.ts";
import { MoneyInput, PartialDateInput, QuantityInput } from "../../../api/value/inputs.ts";
import { PartyInput } from "../../partners/party/inputs.ts";
import { PostFunderRoleEnum, PostStatusEnum } from "./type.ts";

@InputType("RecordPostInput", { description: "A job. It is for a programme, or else belongs to a system." })
export class RecordPostInput {
  @Field(() => String, { description: "Its title. Never the name of a person." })
  declare readonly title: string;

  @Field(() => PostStatusEnum, { description: "How far it is." })
  declare readonly status: string;

  @Field(() => String, { nullable: true, description: "What it is for." })
  declare readonly purpose?: string | null;

  @Field(() => [String], { nullable: true, description: "What whoever holds it does." })
  declare readonly duties?: readonly string[] | null;

  @Field(() => PartialDateInput, { nullable: true, description: "When it begins or began." })
  declare readonly start?: PartialDateInput | null;

  @Field(() => PartialDateInput, { nullable: true, description: "When it is to end, or ended." })
  declare readonly end?: PartialDateInput | null;

  @Field(() => MoneyInput, { nullable: true, description: "What it costs, or why that is not known." })
  declare readonly cost?: MoneyInput | null;

  @Field(() => ID, { nullable: true, description: "The organisation that employs whoever holds it." })
  declare readonly employer?: string | null;

  @Field(() => ID, { nullable: true, description: "The organisation that it works in, where that is not the employer." })
  declare readonly host?: string | null;

  @Field(() => String, { nullable: true, description: "Who manages it: the role, not the name." })
  declare readonly managedBy?: string | null;

  @Field(() => ID, { nullable: true, description: "The programme that it works for." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "The system that it belongs to, where it works for no programme." })
  declare readonly system?: string | null;

  @Field(() => AudienceEnum, { nullable: true, description: "Who it is for; as what it is part of unless given." })
  declare readonly audience?: string | null;
}

@InputType("AmendPostInput", { description: "What is to be otherwise. What is left out stays; what is sent as you read it is no edit." })
export class AmendPostInput extends RecordAsReadInput {
  @Field(() => String, { nullable: true, description: "Its title." })
  declare readonly title?: string;

  @Field(() => String, { nullable: true, description: "What it is for." })
  declare readonly purpose?: string | null;

  @Field(() => [String], { nullable: true, description: "All that whoever holds it does." })
  declare readonly duties?: readonly string[] | null;

  @Field(() => PartialDateInput, { nullable: true, description: "When it begins or began." })
  declare readonly start?: PartialDateInput | null;

  @Field(() => PartialDateInput, { nullable: true, description: "When it is to end, or ended." })
  declare readonly end?: PartialDateInput | null;

  @Field(() => MoneyInput, { nullable: true, description: "What it costs, or why that is not known." })
  declare readonly cost?: MoneyInput | null;

  @Field(() => ID, { nullable: true, description: "The organisation that employs whoever holds it." })
  declare readonly employer?: string | null;

  @Field(() => ID, { nullable: true, description: "The organisation that it works in, where that is not the employer." })
  declare readonly host?: string | null;

  @Field(() => String, { nullable: true, description: "Who manages it: the role, not the name." })
  declare readonly managedBy?: string | null;

  @Field(() => ID, { nullable: true, description: "The programme that it works for." })
  declare readonly programme?: string | null;

  @Field(() => AudienceEnum, { nullable: true, description: "Who it is for." })
  declare readonly audience?: string;
}

@InputType("FillPostInput", { description: "A post that somebody holds now." })
export class FillPostInput extends RecordAsReadInput {
  @Field(() => PartialDateInput, { description: "Since when, or that it is not stated." })
  declare readonly since: PartialDateInput;

  @Field(() => ID, { nullable: true, description: "Who, if they stand in a public role here already. Leave it out where nobody has to be named." })
  declare readonly person?: string | null;
}

@InputType("VacatePostInput", { description: "A post that somebody leaves." })
export class VacatePostInput extends RecordAsReadInput {
  @Field(() => PartialDateInput, { description: "Their last day." })
  declare readonly until: PartialDateInput;

  @Field(() => ID, { nullable: true, description: "Which holder leaves, where several hold it." })
  declare readonly holder?: string | null;
}

@InputType("AmendPostHolderInput", { description: "What is to be otherwise about who holds a post, or held it. What is left out stays; what is sent as you read it is no edit." })
export class AmendPostHolderInput extends RecordAsReadInput {
  @Field(() => PartialDateInput, { nullable: true, description: "Since when they hold it." })
  declare readonly since?: PartialDateInput | null;

  @Field(() => PartialDateInput, { nullable: true, description: "Their last day; null where they have not left." })
  declare readonly until?: PartialDateInput | null;

  @Field(() => ID, { nullable: true, description: "Who, if they stand in a public role here already; null where nobody is to be named." })
  declare readonly person?: string | null;
}

@InputType("EndPostInput", { description: "A post that is no more. Say why, in reason." })
export class EndPostInput extends RecordAsReadInput {
  @Field(() => PartialDateInput, { description: "When it ended." })
  declare readonly end: PartialDateInput;
}

@InputType("FundPostInput", { description: "Somebody who pays for a post, or for a part of it: exactly one of organisation, healthIntegrationTeam, group and description." })
export class FundPostInput extends PartyInput {
  @Field(() => ID, { description: "The post." })
  declare readonly post: string;

  @Field(() => PostFunderRoleEnum, { description: "As what they pay." })
  declare readonly role: string;

  @Field(() => QuantityInput, { nullable: true, description: "The part of the whole that they pay, as 1/2, two thirds, 60% or all of it as 100%; or that it is not stated." })
  declare readonly share?: QuantityInput | null;

  @Field(() => MoneyInput, { nullable: true, description: "How much they pay, or why that is not known." })
  declare readonly amount?: MoneyInput | null;

  @Field(() => PartialDateInput, { nullable: true, description: "The time for which they pay. Without one they count as paying throughout." })
  declare readonly period?: PartialDateInput | null;

  @Field(() => ID, { nullable: true, description: "The award out of which they pay." })
  declare readonly award?: string | null;
}

@InputType("AmendPostFunderInput", { description: "What is to be otherwise about what somebody pays. What is left out stays; what is sent as you read it is no edit." })
export class AmendPostFunderInput extends RecordAsReadInput {
  @Field(() => PostFunderRoleEnum, { nullable: true, description: "As what they pay." })
  declare readonly role?: string;

  @Field(() => QuantityInput, { nullable: true, description: "The part of the whole that they pay, as 1/2." })
  declare readonly share?: QuantityInput;

  @Field(() => MoneyInput, { nullable: true, description: "How much they pay, or why that is not known." })
  declare readonly amount?: MoneyInput | null;

  @Field(() => PartialDateInput, { nullable: true, description: "The time for which they pay." })
  declare readonly period?: PartialDateInput | null;

  @Field(() => ID, { nullable: true, description: "The award out of which they pay." })
  declare readonly award?: string | null;
}
