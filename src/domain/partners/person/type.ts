import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { personVisibilities } from "./table.ts";

export const PersonVisibilityEnum = enumOf("PersonVisibility", "Who may know that a person holds a role.", personVisibilities, {
  PUBLIC_ROLE: "Everybody: the role is a public one.",
  MEMBERS_ONLY: "Members of the person's system. For everybody else the person is not there.",
  REDACTED: "Nobody. The person is not given out to anyone, and stands here only so that the roles are still counted.",
});

@ObjectType("Person", {
  implements: [RecordInterface],
  description: "Somebody in a role that a source names. Holds a name and nothing else about them. Where a viewer may not see the person, every field that leads to one is null and valueStatus of that field is WITHHELD.",
})
export class PersonType extends RecordInterface {
  @Field(() => String, { description: "The name, as sources write it." })
  declare readonly name: string;

  @Field(() => PersonVisibilityEnum, { description: "Who may know of the person: PUBLIC_ROLE or MEMBERS_ONLY, since one who is REDACTED is not given out." })
  declare readonly visibility: string;
}
