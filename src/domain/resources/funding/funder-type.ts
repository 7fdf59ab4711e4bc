import { Field, ObjectType } from "type-graphql";
import { PartyInterface } from "../../partners/party/type.ts";
import { AwardsFigureType } from "./summary-type.ts";
import { PartyRoleEnum } from "./type.ts";

@ObjectType("FundingFunder", { implements: [PartyInterface], description: "Somebody who gives the money of awards. Whom the viewer may not see has its partyKind only, and stands for all of that kind whom they may not see." })
export class FundingFunderType {
  @Field(() => PartyRoleEnum, { description: "FUNDER, or PART_FUNDER where they give a part of it only." })
  declare readonly role: string;
}

@ObjectType("FundingFunderFigure", {
  description: "What the awards of the very same funders come to, with the awards behind it. How much of an award each of its funders gives is nowhere stated: its whole amount stands here once, for all of them together, and is never split.",
})
export class FundingFunderFigureType extends AwardsFigureType {
  @Field(() => [FundingFunderType], { description: "Who gives the money: all of them together, as far as the viewer may see them. Of several, or of one that is PART_FUNDER, nobody knows how much each gives. Empty: none is recorded, so who gives it is not known." })
  declare readonly funders: readonly FundingFunderType[];
}
