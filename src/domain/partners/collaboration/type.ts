import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { PartyInterface } from "../party/type.ts";
import { collaborationStatuses } from "./table.ts";

export const CollaborationStatusEnum = enumOf("CollaborationStatus", "How far a collaboration is.", collaborationStatuses, {
  EXPLORING: "Its parties look into working together.",
  ACTIVE: "They work together.",
  ENDED: "It has ended.",
  NOT_REPORTED: "No source says.",
});

@ObjectType("Collaboration", { implements: [RecordInterface], description: "Work that HITs, organisations and groups do together on a subject, outside of any programme's plan." })
export class CollaborationType extends RecordInterface {
  @Field(() => String, { description: "What it is about, in our short words." })
  declare readonly subject: string;

  @Field(() => String, { nullable: true, description: "What came of it. Null where nothing is known to have: valueStatus tells why." })
  declare readonly result: string | null;

  @Field(() => CollaborationStatusEnum, { description: "How far it is." })
  declare readonly status: string;

  @Field(() => PartialDateType, { description: "Since when." })
  declare readonly since: PartialDateType;

  @Field(() => PartialDateType, { description: "The last day. NOT_APPLICABLE: a source says that it goes on." })
  declare readonly until: PartialDateType;
}

@ObjectType("CollaborationParty", { implements: [RecordInterface, PartyInterface], description: "Somebody who works together with the other parties of a collaboration." })
export class CollaborationPartyType extends RecordInterface {}
