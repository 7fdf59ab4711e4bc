import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { ValueStatusEnum } from "../../../api/value/value-status.ts";
import { DateWindow } from "../../../api/value/window.ts";
import { PartyFilter } from "../../partners/party/inputs.ts";
import { AwardStatusEnum, PartyRoleEnum } from "./type.ts";

@InputType("AwardPartyFilter", { description: "Which parties to awards: all of this holds of one and the same party." })
export class AwardPartyFilter extends PartyFilter {
  @Field(() => [PartyRoleEnum], { nullable: true, description: "In one of these roles." })
  declare readonly role?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;
}

/** What awards, totals and sums over them have in common: whose they are. */
@InputType("FundedFilter", { description: "Whose funding." })
class FundedFilter {
  @Field(() => ID, { nullable: true, description: "For this programme." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "For this HIT." })
  declare readonly healthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "For a programme or a HIT at this place or at one in it." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => String, { nullable: true, description: "These words stand in the title or in one of the purposes." })
  declare readonly contains?: string | null;
}

@InputType("FundingSummaryFilter", { description: "Over which awards and totals. A stated total names no workstream and no party: where one of these is asked for, no total is listed." })
export class FundingSummaryFilter extends FundedFilter {
  @Field(() => ID, { nullable: true, description: "For this workstream." })
  declare readonly workstream?: string | null;

  @Field(() => AwardPartyFilter, { nullable: true, description: "With a party like this, whom the viewer may see." })
  declare readonly party?: AwardPartyFilter | null;
}

@InputType("FundingAwardFilter", { description: "Which awards." })
export class FundingAwardFilter extends FundingSummaryFilter {
  @Field(() => [AwardStatusEnum], { nullable: true, description: "With one of these statuses." })
  declare readonly status?: string[] | null;

  @Field(() => [ValueStatusEnum], { nullable: true, description: "Whose amount is known, or is not known for one of these reasons." })
  declare readonly amountStatus?: string[] | null;

  @Field(() => DateWindow, { nullable: true, description: "Given in this span of days." })
  declare readonly awarded?: DateWindow | null;

  @Field(() => DateWindow, { nullable: true, description: "For a time in this span of days: by the award's period, or where none is known by the date on which it was given. CERTAIN: the whole of it lies in the span." })
  declare readonly covers?: DateWindow | null;

  @Field(() => ID, { nullable: true, description: "Directly a part of this larger award." })
  declare readonly partOf?: string | null;
}

@InputType("FundingTotalFilter", { description: "Which stated totals." })
export class FundingTotalFilter extends FundedFilter {
  @Field(() => [String], { nullable: true, description: "For one of these financial years, each as 2022-23, 2022/23 or FY23." })
  declare readonly financialYear?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the source lists the awards that it is made of." })
  declare readonly itemised?: boolean | null;

  @Field(() => [ValueStatusEnum], { nullable: true, description: "Whose amount is known, or is not known for one of these reasons." })
  declare readonly amountStatus?: string[] | null;
}

export const FundingAwardOrderEnum = enumOf("FundingAwardOrder", "What a list of awards is sorted by.", ["AWARDED", "AMOUNT", "TITLE"] as const, {
  AWARDED: "The earliest day on which it can have been given; those without one last.",
  AMOUNT: "The amount, the largest first; those that are not known last.",
  TITLE: "The title.",
});

export const AwardPartyOrderEnum = enumOf("AwardPartyOrder", "What a list of parties is sorted by.", ["ROLE"] as const, {
  ROLE: "Funders first, then those who pass on, receive, benefit, secured and ordered it.",
});

export const FundingTotalOrderEnum = enumOf("FundingTotalOrder", "What a list of stated totals is sorted by.", ["FINANCIAL_YEAR", "TITLE"] as const, {
  FINANCIAL_YEAR: "The financial year.",
  TITLE: "The title.",
});
