import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { DateWindow } from "../../../api/value/window.ts";

@InputType("BoardPackFilter", { description: "Which board packs." })
export class BoardPackFilter {
  @Field(() => ID, { nullable: true, description: "For this board." })
  declare readonly group?: string | null;

  @Field(() => ID, { nullable: true, description: "About this programme." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => DateWindow, { nullable: true, description: "For a meeting in this span of days." })
  declare readonly meetsOn?: DateWindow | null;

  @Field(() => Boolean, { nullable: true, description: "True: those that stand. False: those that were withdrawn." })
  declare readonly standing?: boolean | null;

  @Field(() => String, { nullable: true, description: "These words stand in the title." })
  declare readonly titleContains?: string | null;
}

export const BoardPackOrderEnum = enumOf("BoardPackOrder", "What a list of board packs is sorted by.", ["MEETS_ON", "TITLE"] as const, {
  MEETS_ON: "The day of the meeting, the latest first.",
  TITLE: "The title.",
});
