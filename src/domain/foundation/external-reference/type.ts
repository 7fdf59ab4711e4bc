import { Field, ObjectType } from "type-graphql";
import { RecordInterface } from "../../../api/record.ts";

@ObjectType("ExternalReference", { implements: [RecordInterface], description: "What somebody's own list calls a record, so that it can be found by that and the list can be sent again." })
export class ExternalReferenceType extends RecordInterface {
  @Field(() => String, { description: "What the list is called." })
  declare readonly list: string;

  @Field(() => String, { description: "What the record is called there." })
  declare readonly reference: string;
}
