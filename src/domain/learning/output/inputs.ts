import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { ValueStatusEnum } from "../../../api/value/value-status.ts";
import { DateWindow } from "../../../api/value/window.ts";
import { FollowsSuccession, type Followed } from "../../partners/organisation/inputs.ts";
import { BasisEnum, SectorEnum } from "../../partners/organisation/type.ts";
import { ContributorKindEnum, ContributorRoleEnum, OutputKindEnum, OutputStatusEnum } from "./type.ts";

@InputType("OutputContributorFilter", { description: "Which contributors to outputs: all of this holds of one and the same contributor." })
export class OutputContributorFilter {
  @Field(() => [ContributorRoleEnum], { nullable: true, description: "In one of these roles." })
  declare readonly role?: string[] | null;

  @Field(() => [ContributorKindEnum], { nullable: true, description: "Of one of these kinds." })
  declare readonly contributorKind?: string[] | null;

  @Field(() => ID, { nullable: true, description: "This person, whom the viewer may see." })
  declare readonly person?: string | null;

  @Field(() => ID, { nullable: true, description: "This organisation." })
  declare readonly organisation?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => [SectorEnum], { nullable: true, description: "An organisation in one of these sectors." })
  declare readonly sector?: string[] | null;

  @Field(() => ID, { nullable: true, description: "This HIT." })
  declare readonly healthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "This group." })
  declare readonly group?: string | null;

  @Field(() => ID, { nullable: true, description: "This programme." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;
}

@InputType("OutputInfluenceFilter", { description: "Which influences." })
export class OutputInfluenceFilter {
  @Field(() => [BasisEnum], { nullable: true, description: "Resting on one of these." })
  declare readonly basis?: string[] | null;

  @Field(() => [OutputKindEnum], { nullable: true, description: "By an output of one of these kinds." })
  declare readonly kind?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;
}

@InputType("OutputFilter", { description: "Which outputs." })
export class OutputFilter {
  @Field(() => ID, { nullable: true, description: "At this place or at one in it, or of a programme there." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this programme." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "To be ready for this milestone, or made with it." })
  declare readonly milestone?: string | null;

  @Field(() => [OutputKindEnum], { nullable: true, description: "Of one of these kinds." })
  declare readonly kind?: string[] | null;

  @Field(() => [OutputStatusEnum], { nullable: true, description: "With one of these statuses." })
  declare readonly status?: string[] | null;

  @Field(() => OutputContributorFilter, { nullable: true, description: "With a contributor like this." })
  declare readonly contributor?: OutputContributorFilter | null;

  @Field(() => ID, { nullable: true, description: "Informed by this output." })
  declare readonly informedBy?: string | null;

  @Field(() => Boolean, { nullable: true, description: "True: another output takes its place. False: none does that the viewer may see." })
  declare readonly superseded?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it costs those who use it nothing; those of which it is not known are in neither." })
  declare readonly free?: boolean | null;

  @Field(() => DateWindow, { nullable: true, description: "Finished in this span of days." })
  declare readonly developed?: DateWindow | null;

  @Field(() => DateWindow, { nullable: true, description: "Published in this span of days." })
  declare readonly published?: DateWindow | null;

  @Field(() => [ValueStatusEnum], { nullable: true, description: "Whose day of publication is known, or is not known for one of these reasons." })
  declare readonly publishedStatus?: string[] | null;

  @Field(() => String, { nullable: true, description: "These words stand in its title or in another of its names." })
  declare readonly titleContains?: string | null;
}

export const OutputOrderEnum = enumOf("OutputOrder", "What a list of outputs is sorted by.", ["TITLE", "PUBLISHED"] as const, {
  TITLE: "The title.",
  PUBLISHED: "The latest day on which it can have been published, the newest first; those without one last.",
});

export const OutputContributorOrderEnum = enumOf("OutputContributorOrder", "What a list of contributors to outputs is sorted by.", ["ROLE"] as const, {
  ROLE: "Authors first, then contributors, publishers and owners.",
});

export const OutputInfluenceOrderEnum = enumOf("OutputInfluenceOrder", "What a list of influences is sorted by.", ["BASIS"] as const, {
  BASIS: "What a source states first, then what somebody concluded.",
});
