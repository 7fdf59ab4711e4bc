import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { BasisEnum } from "../../partners/organisation/type.ts";
import { contributorKinds } from "./rules.ts";
import { contributorRoles, outputKinds, outputStatuses } from "./table.ts";

export const OutputKindEnum = enumOf("OutputKind", "What an output is.", outputKinds, {
  FRAMEWORK: "A frame that others work by.",
  CHARTER: "Principles that bodies sign up to.",
  STRATEGY: "Where somebody wants to go, and how.",
  BUSINESS_CASE: "Why something is worth doing and paying for.",
  POLICY_BRIEFING: "Advice to those who make policy.",
  REVIEW: "What is known, read together.",
  RESOURCE_LIBRARY: "A collection of material.",
  TRAINING_RESOURCE: "Material for training.",
  EVALUATION: "How well something works.",
  REPORT: "A report.",
  WORK_PLAN: "What is to be done, by whom and when.",
  ACTION_PLAN: "The actions that are to be taken.",
  GUIDANCE: "How something is to be done or understood.",
  FIGURE: "A picture or diagram.",
});

export const OutputStatusEnum = enumOf("OutputStatus", "How far an output is.", outputStatuses, {
  PROPOSED: "Put forward or intended; nobody has begun it.",
  IN_DEVELOPMENT: "Being made.",
  DEVELOPED: "Finished; no source says that it is published.",
  PUBLISHED: "Can be read by those whom it is for.",
  SUPERSEDED: "Another has taken its place: see supersededBy.",
  NOT_REPORTED: "No source says.",
});

export const ContributorRoleEnum = enumOf("ContributorRole", "What somebody is to an output. One body can have several roles.", contributorRoles, {
  AUTHOR: "Writes or makes it.",
  CONTRIBUTOR: "Helps with it.",
  PUBLISHER: "Publishes it.",
  OWNER: "Keeps it and answers for it.",
});

export const ContributorKindEnum = enumOf("ContributorKind", "What a contributor to an output is.", contributorKinds, {
  PERSON: "A person in a role: see person, which is null where the viewer may not see them.",
  ORGANISATION: "An organisation: see organisation.",
  HEALTH_INTEGRATION_TEAM: "A HIT: see healthIntegrationTeam.",
  GROUP: "A group: see group.",
  PROGRAMME: "A programme: see programme.",
  DESCRIBED: "Somebody whom the source describes and does not name: see description.",
});

@ObjectType("Output", { implements: [RecordInterface], description: "Something that work brings forth and others can use or read: a framework, a charter, a report. The tracker holds facts about it and where it can be read, never its text." })
export class OutputType extends RecordInterface {
  @Field(() => String, { description: "Its title; our short description where it has none." })
  declare readonly title: string;

  @Field(() => [String], { description: "Other names under which sources speak of it. Empty where there are none." })
  declare readonly otherTitles: readonly string[];

  @Field(() => OutputKindEnum, { description: "What it is." })
  declare readonly kind: string;

  @Field(() => OutputStatusEnum, { description: "How far it is." })
  declare readonly status: string;

  @Field(() => String, { nullable: true, description: "Which version it is, in its own words, as 2024. Null where no source says: see valueStatus." })
  declare readonly edition: string | null;

  @Field(() => String, { nullable: true, description: "What it is for, in our short words. Null where no source says." })
  declare readonly purpose: string | null;

  @Field(() => PartialDateType, { description: "When it was finished, as far as that is not the day of publication." })
  declare readonly developed: PartialDateType;

  @Field(() => PartialDateType, { description: "When it was published." })
  declare readonly published: PartialDateType;

  @Field(() => String, { nullable: true, description: "Where it can be read. Null where no source says." })
  declare readonly address: string | null;

  @Field(() => String, { nullable: true, description: "Under which licence. Null where no source says." })
  declare readonly licence: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it costs those who use it nothing. Null where no source says." })
  declare readonly free: boolean | null;
}

@ObjectType("OutputContributor", { implements: [RecordInterface], description: "Somebody's part in an output: exactly one of person, organisation, healthIntegrationTeam, group, programme and description; contributorKind tells which." })
export class OutputContributorType extends RecordInterface {
  @Field(() => ContributorRoleEnum, { description: "What they are to it." })
  declare readonly role: string;

  @Field(() => String, { nullable: true, description: "Who it is, where the source describes but does not name them. Null where they are named." })
  declare readonly description: string | null;
}

@ObjectType("OutputInfluence", { implements: [RecordInterface], description: "What an output, or a programme's work, is informed by, based on or made from: exactly one of output and programme on the one side, exactly one of informedBy and description on the other." })
export class OutputInfluenceType extends RecordInterface {
  @Field(() => String, { nullable: true, description: "What it is informed by, where the source describes but does not name it. Null where informedBy is one." })
  declare readonly description: string | null;

  @Field(() => BasisEnum, { description: "Whether a source says so or somebody concluded it." })
  declare readonly basis: string;
}
