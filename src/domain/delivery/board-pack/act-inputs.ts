import { Field, ID, InputType } from "type-graphql";
import { MomentScalar } from "../../../api/moment/moment.ts";
import { AudienceEnum } from "../../../api/record.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
import type { AskedMoment } from "../../../kernel/moment.ts";

@InputType("FreezeBoardPackInput", { description: "A moment to be frozen for a board." })
export class FreezeBoardPackInput {
  @Field(() => ID, { description: "The board: a group." })
  declare readonly group: string;

  @Field(() => DayScalar, { description: "The day on which it meets." })
  declare readonly meetsOn: string;

  @Field(() => [ID], { nullable: true, description: "The programmes that it is about. None: about all that there is." })
  declare readonly programmes?: readonly string[] | null;

  @Field(() => MomentScalar, { nullable: true, description: "The moment to freeze, which has to have passed; now unless given." })
  declare readonly asAt?: AskedMoment | null;

  @Field(() => String, { nullable: true, description: "What it is called; the board and the day of its meeting unless given." })
  declare readonly title?: string | null;

  @Field(() => AudienceEnum, { nullable: true, description: "Who it is for; those for whom the board is unless given." })
  declare readonly audience?: string | null;
}
