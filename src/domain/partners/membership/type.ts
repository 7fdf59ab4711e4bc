import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { constituencyKinds, memberKinds, membershipCapacities } from "./table.ts";

export const MembershipCapacityEnum = enumOf("MembershipCapacity", "As what a member takes part.", membershipCapacities, {
  MEMBER: "As a member.",
  REPRESENTATIVE: "Represented by somebody whom the source does not make a member in person.",
  CHAIR: "In the chair.",
  DEPUTY_CHAIR: "As deputy to the chair.",
  DIRECTOR: "As director of a HIT.",
  PUBLIC_CONTRIBUTOR: "As a public contributor: somebody who brings the experience of patients, carers or the public.",
});

export const MemberKindEnum = enumOf("MemberKind", "What a member is. Only an ORGANISATION counts as an organisation.", memberKinds, {
  ORGANISATION: "An organisation: see organisation, and units for the parts of it that take part.",
  PERSON: "A person in a role: see person, which is null where the viewer may not see them.",
  CONSTITUENCY: "A sector, a community, or people with lived experience: see constituency.",
});

export const ConstituencyKindEnum = enumOf("ConstituencyKind", "What a constituency is.", constituencyKinds, {
  SECTOR: "A sector, as primary care.",
  COMMUNITY: "A community.",
  LIVED_EXPERIENCE: "People with lived experience.",
});

@ObjectType("Membership", {
  implements: [RecordInterface],
  description: "Somebody's part in a HIT or a group: exactly one of organisation, person and constituency (memberKind tells which), in exactly one of healthIntegrationTeam and group.",
})
export class MembershipType extends RecordInterface {
  @Field(() => MembershipCapacityEnum, { description: "As what the member takes part." })
  declare readonly capacity: string;

  @Field(() => String, { nullable: true, description: "The constituency in the source's words, as VCSE Sector. Null for an organisation or a person." })
  declare readonly constituency: string | null;

  @Field(() => ConstituencyKindEnum, { nullable: true, description: "What the constituency is. Null for an organisation or a person." })
  declare readonly constituencyKind: string | null;

  @Field(() => PartialDateType, { description: "Since when." })
  declare readonly since: PartialDateType;

  @Field(() => PartialDateType, { description: "The last day. NOT_APPLICABLE: a source says that it goes on." })
  declare readonly until: PartialDateType;
}

@ObjectType("MembershipUnit", { implements: [RecordInterface], description: "A department, service or team through which a member organisation takes part: not a member beside it, and not counted as one." })
export class MembershipUnitType extends RecordInterface {}
