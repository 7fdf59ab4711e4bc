import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../api/value/enum.ts";
import { DateWindow } from "../../api/value/window.ts";
import { FollowsSuccession, type Followed } from "../partners/organisation/inputs.ts";
import { ClaimantKindEnum, ClaimKindEnum, ClaimStatusEnum } from "./type.ts";

@InputType("ClaimFilter", { description: "Which claims." })
export class ClaimFilter {
  @Field(() => String, { nullable: true, description: "About a field of this name, of whatever record. The claims about one record are its own field claims." })
  declare readonly field?: string | null;

  @Field(() => Boolean, { nullable: true, description: "True: about a record. False: about nothing else in the graph." })
  declare readonly isAboutRecord?: boolean | null;

  @Field(() => [ClaimKindEnum], { nullable: true, description: "Of one of these kinds." })
  declare readonly kind?: string[] | null;

  @Field(() => [ClaimStatusEnum], { nullable: true, description: "To be taken in one of these ways." })
  declare readonly status?: string[] | null;

  @Field(() => [ClaimantKindEnum], { nullable: true, description: "Made by one of these." })
  declare readonly claimantKind?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Made by this organisation, HIT, group, output or source, which the viewer may see." })
  declare readonly claimant?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => ID, { nullable: true, description: "That contradict this claim, which the viewer may see." })
  declare readonly conflictsWith?: string | null;

  @Field(() => ID, { nullable: true, description: "About this place or one in it, or a programme there." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "About this programme." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => DateWindow, { nullable: true, description: "Made in this span of days." })
  declare readonly made?: DateWindow | null;

  @Field(() => String, { nullable: true, description: "These words stand in the subject or in what it says." })
  declare readonly contains?: string | null;
}

export const ClaimOrderEnum = enumOf("ClaimOrder", "What a list of claims is sorted by.", ["SUBJECT", "MADE", "STATUS"] as const, {
  SUBJECT: "The subject, so that claims about one thing stand together.",
  MADE: "The earliest day on which they can have been made; those without one last.",
  STATUS: "How they are to be taken: stated, inferred, claimed, conflicting, open, superseded.",
});
