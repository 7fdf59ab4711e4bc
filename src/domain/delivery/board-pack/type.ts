import { Field, Int, ObjectType } from "type-graphql";
import { RecordInterface } from "../../../api/record.ts";
import { DayScalar, InstantScalar } from "../../../api/value/scalars.ts";

@ObjectType("BoardPack", {
  implements: [RecordInterface],
  description: "A moment that was frozen for a board: what it was shown stands at one entry, for ever. Ask with @asAt and that entry's number for all that stood then, and its changesSince for what has moved since. It never changes; a mistaken one is withdrawn, with a reason.",
})
export class BoardPackType extends RecordInterface {
  @Field(() => String, { description: "What it is called." })
  declare readonly title: string;

  @Field(() => DayScalar, { description: "The day on which the board meets." })
  declare readonly meetsOn: string;

  @Field(() => DayScalar, { description: "The day whose position it holds: as things stood at its end, or when the pack was frozen on that day." })
  declare readonly asOn: string;

  @Field(() => Int, { description: "The number of the last entry by then." })
  declare readonly entry: number;

  @Field(() => InstantScalar, { description: "When that entry counts from." })
  declare readonly entryAt: string;

  @Field(() => String, { description: "The hash of that entry, which seals all that was recorded up to it: print it in the pack, and nobody can rewrite what came before unnoticed." })
  declare readonly headHash: string;

  @Field(() => DayScalar, { nullable: true, description: "The day on which it was withdrawn. Null while it stands." })
  declare readonly withdrawnOn: string | null;

  @Field(() => String, { nullable: true, description: "Why it was withdrawn. Null while it stands." })
  declare readonly withdrawReason: string | null;
}

@ObjectType("BoardPackProgramme", { implements: [RecordInterface], description: "A programme that a board pack is about." })
export class BoardPackProgrammeType extends RecordInterface {}
