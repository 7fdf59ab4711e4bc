import { Field, Int, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { ConstituencyKindEnum } from "../../partners/membership/type.ts";
import { consulteeKinds } from "./rules.ts";
import { consultationStatuses } from "./table.ts";

export const ConsultationStatusEnum = enumOf("ConsultationStatus", "How far a consultation is.", consultationStatuses, {
  PLANNED: "Not yet begun.",
  RUNNING: "Under way.",
  FINISHED: "Done.",
  NOT_REPORTED: "No source says.",
});

export const ConsulteeKindEnum = enumOf("ConsulteeKind", "What somebody is who was asked. Only an ORGANISATION counts as an organisation.", consulteeKinds, {
  ORGANISATION: "An organisation: see organisation. One that the viewer may not see is counted here, whether or not it is a service.",
  SERVICE: "A service, department or team, which is a part of a body and not counted as one: see organisation.",
  HEALTH_INTEGRATION_TEAM: "A HIT: see healthIntegrationTeam.",
  GROUP: "A group: see group.",
  PERSON: "A person in a role: see person, which is null where the viewer may not see them.",
  CONSTITUENCY: "A sector, a community, or people with lived experience: see constituency and constituencyKind.",
  DESCRIBED: "Somebody whom the source describes and does not name: see description.",
});

@ObjectType("Consultation", { implements: [RecordInterface], description: "Who was asked, how, and what it shaped." })
export class ConsultationType extends RecordInterface {
  @Field(() => String, { description: "What it is called, in our short words." })
  declare readonly title: string;

  @Field(() => ConsultationStatusEnum, { description: "How far it is." })
  declare readonly status: string;

  @Field(() => [String], { description: "How people were asked. Empty where no source says: see valueStatus." })
  declare readonly methods: readonly string[];

  @Field(() => String, { nullable: true, description: "What it shaped, or is to shape, in our short words. Null where no source says." })
  declare readonly shaped: string | null;

  @Field(() => PartialDateType, { description: "When people were asked." })
  declare readonly period: PartialDateType;
}

@ObjectType("Consultee", { implements: [RecordInterface], description: "Somebody who was asked, or is to be: exactly one of organisation, healthIntegrationTeam, group, person, constituency and description; consulteeKind tells which." })
export class ConsulteeType extends RecordInterface {
  @Field(() => Int, { nullable: true, description: "Its place in the list, from 1. Null where there is no list." })
  declare readonly position: number | null;

  @Field(() => String, { nullable: true, description: "The constituency in the source's words, as Education. Null for anybody else." })
  declare readonly constituency: string | null;

  @Field(() => ConstituencyKindEnum, { nullable: true, description: "What the constituency is. Null for anybody else." })
  declare readonly constituencyKind: string | null;

  @Field(() => String, { nullable: true, description: "Who it is, where the source describes but does not name them. Null where they are named." })
  declare readonly description: string | null;
}

@ObjectType("ConsulteeCount", { description: "How many of a kind were asked." })
export class ConsulteeCountType {
  @Field(() => ConsulteeKindEnum, { description: "The kind." })
  declare readonly kind: string;

  @Field(() => ConstituencyKindEnum, { nullable: true, description: "Of constituencies, what they are. Null for any other kind." })
  declare readonly constituencyKind: string | null;

  @Field(() => Int, { description: "How many records of it: entries of a list, and not people." })
  declare readonly count: number;
}
