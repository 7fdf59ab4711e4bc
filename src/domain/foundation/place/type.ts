import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { placeLevels } from "./table.ts";

export const PlaceLevelEnum = enumOf("PlaceLevel", "How large a place is.", placeLevels, {
  SYSTEM: "The area of an integrated care system, or of a county's system.",
  PLACE: "The area of a council, or what partners call a place.",
  NEIGHBOURHOOD: "A part of a place.",
});

@ObjectType("Place", { implements: [RecordInterface], description: "An area in which organisations work together. The area of a system is the one that records belong to." })
export class PlaceType extends RecordInterface {
  @Field(() => String, { description: "Its name." })
  declare readonly name: string;

  @Field(() => PlaceLevelEnum, { description: "How large it is." })
  declare readonly level: string;

  @Field(() => String, { nullable: true, description: "Code of the Office for National Statistics, as E06000024. Null where it has none or none is recorded." })
  declare readonly gssCode: string | null;

  @Field(() => PartialDateType, { description: "Since when it has existed in this form." })
  declare readonly since: PartialDateType;

  @Field(() => PartialDateType, { description: "Until when it existed in this form." })
  declare readonly until: PartialDateType;
}
