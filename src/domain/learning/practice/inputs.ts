import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { DateWindow } from "../../../api/value/window.ts";
import { FollowsSuccession, type Followed } from "../../partners/organisation/inputs.ts";
import { SectorEnum } from "../../partners/organisation/type.ts";
import { PracticeMapStatusEnum, PracticeStatusEnum } from "./type.ts";

@InputType("PracticeMapFilter", { description: "Which maps of practices." })
export class PracticeMapFilter {
  @Field(() => ID, { nullable: true, description: "At this place or at one in it, or of a programme there." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this programme." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this organisation." })
  declare readonly owner?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => [SectorEnum], { nullable: true, description: "Of an organisation in one of these sectors." })
  declare readonly sector?: string[] | null;

  @Field(() => [PracticeMapStatusEnum], { nullable: true, description: "With one of these statuses." })
  declare readonly status?: string[] | null;

  @Field(() => DateWindow, { nullable: true, description: "Begun in this span of days. Edges say how sure each hit is." })
  declare readonly opened?: DateWindow | null;

  @Field(() => String, { nullable: true, description: "These words stand in the title." })
  declare readonly titleContains?: string | null;
}

@InputType("PracticeFilter", { description: "Which practices." })
export class PracticeFilter {
  @Field(() => ID, { nullable: true, description: "At this place or at one in it, or of a programme there." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this programme." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "On this map." })
  declare readonly map?: string | null;

  @Field(() => ID, { nullable: true, description: "Done by this organisation." })
  declare readonly organisation?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => [SectorEnum], { nullable: true, description: "Done by an organisation in one of these sectors." })
  declare readonly sector?: string[] | null;

  @Field(() => [PracticeStatusEnum], { nullable: true, description: "With one of these statuses." })
  declare readonly status?: string[] | null;

  @Field(() => [String], { nullable: true, description: "About one of these themes, as practices name them; capital letters do not matter." })
  declare readonly theme?: string[] | null;

  @Field(() => DateWindow, { nullable: true, description: "Begun in this span of days. Edges say how sure each hit is." })
  declare readonly since?: DateWindow | null;

  @Field(() => String, { nullable: true, description: "These words stand in the title or in the description." })
  declare readonly contains?: string | null;
}

export const PracticeMapOrderEnum = enumOf("PracticeMapOrder", "What a list of maps of practices is sorted by.", ["TITLE"] as const, {
  TITLE: "The title.",
});

export const PracticeOrderEnum = enumOf("PracticeOrder", "What a list of practices is sorted by.", ["TITLE", "SINCE"] as const, {
  TITLE: "The title.",
  SINCE: "The earliest day on which it can have begun; those without one last.",
});
