import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { DateWindow } from "../../../api/value/window.ts";
import { FollowsSuccession, type Followed } from "../../partners/organisation/inputs.ts";
import { SectorEnum } from "../../partners/organisation/type.ts";
import { CommitmentEventKindEnum, CommitmentMakerEnum } from "./type.ts";

@InputType("CommitmentEventFilter", { description: "Which events of commitments: all of this holds of one and the same event." })
export class CommitmentEventFilter {
  @Field(() => [CommitmentEventKindEnum], { nullable: true, description: "Of one of these kinds." })
  declare readonly kind?: string[] | null;

  @Field(() => DateWindow, { nullable: true, description: "In this span of days." })
  declare readonly date?: DateWindow | null;

  @Field(() => ID, { nullable: true, description: "By this milestone." })
  declare readonly milestone?: string | null;
}

@InputType("CommitmentFilter", { description: "Which commitments." })
export class CommitmentFilter {
  @Field(() => ID, { nullable: true, description: "That hold at this place or at one in it." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => [CommitmentMakerEnum], { nullable: true, description: "Made by one of these." })
  declare readonly maker?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Made by this organisation." })
  declare readonly organisation?: string | null;

  @Field(() => [SectorEnum], { nullable: true, description: "Made by an organisation in one of these sectors." })
  declare readonly sector?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Made by this group." })
  declare readonly group?: string | null;

  @Field(() => ID, { nullable: true, description: "Secured by this HIT." })
  declare readonly securedByHealthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "Secured by this organisation." })
  declare readonly securedByOrganisation?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => ID, { nullable: true, description: "Published in this output, or a part of it." })
  declare readonly output?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this programme." })
  declare readonly programme?: string | null;

  @Field(() => CommitmentEventFilter, { nullable: true, description: "With an event like this, which the viewer may see. Edges say how sure it is that its date falls in the span." })
  declare readonly event?: CommitmentEventFilter | null;

  @Field(() => String, { nullable: true, description: "These words stand in the statement." })
  declare readonly statementContains?: string | null;
}

export const CommitmentOrderEnum = enumOf("CommitmentOrder", "What a list of commitments is sorted by.", ["STATEMENT"] as const, { STATEMENT: "The statement." });
