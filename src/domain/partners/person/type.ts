import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { personVisibilities, roleCapacities } from "./table.ts";

export const PersonVisibilityEnum = enumOf("PersonVisibility", "Who may know that a person holds a role.", personVisibilities, {
  PUBLIC_ROLE: "Everybody: the role is a public one.",
  MEMBERS_ONLY: "Members of the person's system. For everybody else the person is not there.",
  REDACTED: "Nobody. The person is not given out to anyone, and stands here only so that the roles are still counted.",
});

export const RoleCapacityEnum = enumOf("RoleCapacity", "What somebody is in a role.", roleCapacities, {
  LEAD_OFFICER: "The officer who answers for a document or a piece of work.",
  AUTHOR: "Who wrote a document, as the document itself says. Authors of outputs are among the output's contributors.",
  EXECUTIVE_MEMBER: "The member of a council's executive who answers for it.",
  LOCAL_MEMBER: "The elected member for the area.",
  SPONSOR: "Who backs it and answers for it at the top.",
  RESPONSIBLE_OWNER: "The senior responsible owner.",
  LEAD: "Who leads it.",
  CONTACT: "Whom to ask, in an organisation.",
  OTHER: "Something else, as the title says.",
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

@ObjectType("PersonRole", {
  implements: [RecordInterface],
  description: "What somebody is, where, and for how long. Posts that they hold are among posts, HITs and groups in which they take part among memberships.",
})
export class PersonRoleType extends RecordInterface {
  @Field(() => RoleCapacityEnum, { description: "What they are." })
  declare readonly capacity: string;

  @Field(() => String, { nullable: true, description: "The job title, as written. Null where none is: valueStatus tells why." })
  declare readonly title: string | null;

  @Field(() => PartialDateType, { description: "Since when." })
  declare readonly since: PartialDateType;

  @Field(() => PartialDateType, { description: "The last day. NOT_APPLICABLE: a source says that it goes on." })
  declare readonly until: PartialDateType;
}
