import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
import { DateWindow } from "../../../api/value/window.ts";
import { FollowsSuccession, type Followed } from "../../partners/organisation/inputs.ts";
import { SectorEnum } from "../../partners/organisation/type.ts";
import { StudyStatusEnum } from "./type.ts";

@InputType("StudyFilter", { description: "Which studies." })
export class StudyFilter {
  @Field(() => ID, { nullable: true, description: "Of a programme or a HIT at this place or at one in it, or at an institution there." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this programme." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this HIT." })
  declare readonly healthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "Out of this collaboration." })
  declare readonly collaboration?: string | null;

  @Field(() => ID, { nullable: true, description: "At this institution." })
  declare readonly institution?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => [SectorEnum], { nullable: true, description: "At an institution in one of these sectors." })
  declare readonly sector?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Led by this person, whom the viewer may see." })
  declare readonly leader?: string | null;

  @Field(() => ID, { nullable: true, description: "From which this output came." })
  declare readonly output?: string | null;

  @Field(() => [StudyStatusEnum], { nullable: true, description: "With one of these statuses." })
  declare readonly status?: string[] | null;

  @Field(() => DateWindow, { nullable: true, description: "Began in this span of days." })
  declare readonly start?: DateWindow | null;

  @Field(() => DateWindow, { nullable: true, description: "Ended in this span of days." })
  declare readonly end?: DateWindow | null;

  @Field(() => DayScalar, { nullable: true, description: "Ran on this day. A hit is POSSIBLE where a source does not say since when or until when." })
  declare readonly on?: string | null;

  @Field(() => String, { nullable: true, description: "These words stand in the name or in the subject." })
  declare readonly contains?: string | null;
}

export const StudyOrderEnum = enumOf("StudyOrder", "What a list of studies is sorted by.", ["NAME", "START"] as const, {
  NAME: "The name.",
  START: "The earliest day on which it can have begun; those without one last.",
});
