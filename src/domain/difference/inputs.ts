import { ArgsType, Field, ID, InputType } from "type-graphql";
import { MomentScalar } from "../../api/moment/moment.ts";
import type { AskedMoment } from "../../kernel/moment.ts";
import { WorkstreamThemeEnum } from "../delivery/workstream/type.ts";
import type { ChangeGroup } from "../board-reading.ts";
import { FollowsSuccession, type Followed } from "../partners/organisation/inputs.ts";
import { ChangeGroupEnum } from "./groups.ts";

@InputType("DifferenceFilter", { description: "Of what a difference is: all that is given holds. A record is where one of its versions is: it is that record, points at it, or belongs to one that does, as a criterion to its workstream and to the programme of that." })
export class DifferenceFilter {
  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => ID, { nullable: true, description: "At this place or at one in it." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this programme; of a board pack, instead of its own." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this workstream." })
  declare readonly workstream?: string | null;

  @Field(() => [WorkstreamThemeEnum], { nullable: true, description: "Of a workstream about one of these themes." })
  declare readonly theme?: readonly string[] | null;

  @Field(() => ID, { nullable: true, description: "Of this HIT, or of a programme that it governs." })
  declare readonly healthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "That this organisation answers for, leads, hosts, employs, signs, pays for or has another part in; and what belongs to that." })
  declare readonly organisation?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => [ChangeGroupEnum], { nullable: true, description: "Only these groups of changes." })
  declare readonly group?: readonly ChangeGroup[] | null;
}

@ArgsType()
export class DifferenceArgs {
  @Field(() => MomentScalar, { nullable: true, description: "The first moment; before anything was recorded unless given." })
  declare readonly from?: AskedMoment | null;

  @Field(() => MomentScalar, { nullable: true, description: "The second; the moment at which the operation reads unless given, which is now." })
  declare readonly to?: AskedMoment | null;

  @Field(() => DifferenceFilter, { nullable: true, description: "Of what; of everything unless given." })
  declare readonly filter?: DifferenceFilter | null;
}

@ArgsType()
export class SinceArgs {
  @Field(() => MomentScalar, { nullable: true, description: "The second moment; the moment at which the operation reads unless given, which is now." })
  declare readonly until?: AskedMoment | null;

  @Field(() => DifferenceFilter, { nullable: true, description: "Of what, beside its programmes." })
  declare readonly filter?: DifferenceFilter | null;
}
