import { Field, Int, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { MoneyType } from "../../../api/value/money.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { QuantityType } from "../../../api/value/quantity.ts";
import { PartyInterface } from "../../partners/party/type.ts";
import { postFundings } from "./rules.ts";
import { postFunderRoles, postStatuses } from "./table.ts";

export const PostStatusEnum = enumOf("PostStatus", "How far a post is.", postStatuses, {
  PROPOSED: "Somebody suggests that there should be one.",
  APPROVED: "Agreed, not yet advertised.",
  ADVERTISED: "Applications are invited.",
  FILLED: "Somebody holds it, named or not.",
  VACANT: "Nobody holds it now.",
  ENDED: "It is no more.",
  NOT_REPORTED: "No source says.",
});

export const PostFunderRoleEnum = enumOf("PostFunderRole", "As what somebody pays for a post.", postFunderRoles, {
  FUNDER: "Pays for it.",
  PART_FUNDER: "Pays for a part of it; the size of the part may not be known.",
});

export const PostFundingStatusEnum = enumOf("PostFundingStatus", "How complete the funding of a post is, as far as the viewer may see who pays for it.", postFundings, {
  COMPLETE: "Every share is known, and they add up to the whole.",
  PARTIAL: "Every share is known, and they add up to less than the whole.",
  NOT_KNOWN: "Somebody pays for it whose share is not known: neither complete nor incomplete.",
  NOT_RECORDED: "Nobody is recorded as paying for it.",
  CONFLICTING: "The shares add up to more than the whole.",
});

@ObjectType("PostFunding", { description: "How the funding of a post stands on a day." })
export class PostFundingType {
  @Field(() => PostFundingStatusEnum, { description: "How complete it is." })
  declare readonly status: string;

  @Field(() => String, { nullable: true, description: "The shares that are known, added up, as a part of the whole: 1/2. Null where none is known, or they add up to more than the whole." })
  declare readonly knownShare: string | null;

  @Field(() => Int, { description: "Of how many of those who pay the share is known." })
  declare readonly knownCount: number;

  @Field(() => Int, { description: "Of how many it is not known, and so not in knownShare." })
  declare readonly unknownCount: number;
}

@ObjectType("Post", { implements: [RecordInterface], description: "A job for the work of a programme or a system, with those who hold it and those who pay for it. It is no person." })
export class PostType extends RecordInterface {
  @Field(() => String, { description: "Its title." })
  declare readonly title: string;

  @Field(() => PostStatusEnum, { description: "How far it is." })
  declare readonly status: string;

  @Field(() => String, { nullable: true, description: "What it is for, in our short words. Null where that is not known: see valueStatus." })
  declare readonly purpose: string | null;

  @Field(() => [String], { description: "What whoever holds it does, in our short words. Empty where that is not known: see valueStatus." })
  declare readonly duties: readonly string[];

  @Field(() => PartialDateType, { description: "When it begins or began." })
  declare readonly start: PartialDateType;

  @Field(() => PartialDateType, { description: "When it ends or ended." })
  declare readonly end: PartialDateType;

  @Field(() => MoneyType, { description: "What it costs, or why that is not known." })
  declare readonly cost: MoneyType;

  @Field(() => String, { nullable: true, description: "Who manages it, where a source describes but does not name them. Null where none does." })
  declare readonly managedBy: string | null;
}

@ObjectType("PostHolder", { implements: [RecordInterface], description: "Somebody who has a post for a time." })
export class PostHolderType extends RecordInterface {
  @Field(() => PartialDateType, { description: "Since when." })
  declare readonly since: PartialDateType;

  @Field(() => PartialDateType, { description: "The last day. NOT_APPLICABLE: a source says that it goes on." })
  declare readonly until: PartialDateType;
}

@ObjectType("PostFunder", { implements: [RecordInterface, PartyInterface], description: "Somebody who pays for a post, or for a part of it." })
export class PostFunderType extends RecordInterface {
  @Field(() => PostFunderRoleEnum, { description: "As what they pay." })
  declare readonly role: string;

  @Field(() => QuantityType, { description: "The part of the whole that they pay, as a fraction, or why that is not known." })
  declare readonly share: QuantityType;

  @Field(() => MoneyType, { description: "How much they pay, or why that is not known." })
  declare readonly amount: MoneyType;

  @Field(() => PartialDateType, { description: "The time for which they pay. Where it is not known, they count as paying throughout." })
  declare readonly period: PartialDateType;
}
