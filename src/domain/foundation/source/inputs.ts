import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { ValueStatusEnum } from "../../../api/value/value-status.ts";
import { DateWindow } from "../../../api/value/window.ts";
import { SourceKindEnum } from "./type.ts";

@InputType("SourceFilter", { description: "Which sources." })
export class SourceFilter {
  @Field(() => [SourceKindEnum], { nullable: true, description: "Of one of these sorts." })
  declare readonly kind?: string[] | null;

  @Field(() => String, { nullable: true, description: "These words stand in the title." })
  declare readonly titleContains?: string | null;

  @Field(() => DateWindow, { nullable: true, description: "Published in this window." })
  declare readonly published?: DateWindow | null;

  @Field(() => [ValueStatusEnum], { nullable: true, description: "Whose date of publication is known, or not known for one of these reasons: NOT_STATED finds the documents without a date of their own." })
  declare readonly publishedStatus?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;
}

export const SourceOrderEnum = enumOf("SourceOrder", "What a list of sources is sorted by.", ["TITLE", "BECAME_KNOWN"] as const, {
  TITLE: "The title.",
  BECAME_KNOWN: "When it became known, the earliest first.",
});
