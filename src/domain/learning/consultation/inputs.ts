import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { DateWindow } from "../../../api/value/window.ts";
import { ConstituencyKindEnum } from "../../partners/membership/type.ts";
import { FollowsSuccession, type Followed } from "../../partners/organisation/inputs.ts";
import { SectorEnum } from "../../partners/organisation/type.ts";
import { ConsultationStatusEnum, ConsulteeKindEnum } from "./type.ts";

@InputType("ConsulteeFilter", { description: "Which consultees: all of this holds of one and the same consultee." })
export class ConsulteeFilter {
  @Field(() => [ConsulteeKindEnum], { nullable: true, description: "Of one of these kinds." })
  declare readonly consulteeKind?: string[] | null;

  @Field(() => [ConstituencyKindEnum], { nullable: true, description: "A constituency of one of these kinds." })
  declare readonly constituencyKind?: string[] | null;

  @Field(() => ID, { nullable: true, description: "This organisation or service." })
  declare readonly organisation?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => [SectorEnum], { nullable: true, description: "An organisation or service in one of these sectors." })
  declare readonly sector?: string[] | null;

  @Field(() => ID, { nullable: true, description: "This HIT." })
  declare readonly healthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "This group." })
  declare readonly group?: string | null;

  @Field(() => ID, { nullable: true, description: "This person, whom the viewer may see." })
  declare readonly person?: string | null;

  @Field(() => ID, { nullable: true, description: "Through this person, whom the viewer may see." })
  declare readonly contact?: string | null;

  @Field(() => String, { nullable: true, description: "These words stand in the consultee's name: an organisation's, a group's or a HIT's, a constituency's, that of a person whom the viewer may see, or in the description." })
  declare readonly nameContains?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;
}

@InputType("ConsultationFilter", { description: "Which consultations." })
export class ConsultationFilter {
  @Field(() => ID, { nullable: true, description: "Of a programme at this place or at one in it, or on an output there." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this programme." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "That shaped this output." })
  declare readonly output?: string | null;

  @Field(() => [ConsultationStatusEnum], { nullable: true, description: "With one of these statuses." })
  declare readonly status?: string[] | null;

  @Field(() => DateWindow, { nullable: true, description: "In this span of days. CERTAIN: the whole of it lies there." })
  declare readonly period?: DateWindow | null;

  @Field(() => ConsulteeFilter, { nullable: true, description: "With a consultee like this." })
  declare readonly consultee?: ConsulteeFilter | null;

  @Field(() => String, { nullable: true, description: "These words stand in the title or in what it shaped." })
  declare readonly contains?: string | null;
}

export const ConsultationOrderEnum = enumOf("ConsultationOrder", "What a list of consultations is sorted by.", ["PERIOD", "TITLE"] as const, {
  PERIOD: "The earliest day on which it can have begun; those without one last.",
  TITLE: "The title.",
});

export const ConsulteeOrderEnum = enumOf("ConsulteeOrder", "What a list of consultees is sorted by.", ["POSITION"] as const, {
  POSITION: "The consultation, so that those who were asked in one stand together, and their place in the source's list; those without one last.",
});
