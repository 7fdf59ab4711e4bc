import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { bases, identifierSchemes, nameKinds, organisationKinds, organisationStatuses, sectors } from "./table.ts";

export const OrganisationKindEnum = enumOf("OrganisationKind", "What an organisation is.", organisationKinds, {
  INTEGRATED_CARE_SYSTEM: "The partnership of an area's health and care bodies: not a legal body.",
  INTEGRATED_CARE_BOARD: "The statutory NHS body of an area: not the partnership.",
  NHS_TRUST: "An NHS trust or foundation trust.",
  NHS_BODY: "Another body of the NHS.",
  COUNCIL: "A council.",
  COMBINED_AUTHORITY: "A combined authority.",
  POLICE_FORCE: "A police force.",
  POLICE_AND_CRIME_COMMISSIONER: "The office of a police and crime commissioner.",
  UNIVERSITY: "A university.",
  CHARITY: "A charity.",
  HOUSING_ASSOCIATION: "A housing association.",
  COMPANY: "A company.",
  COMMUNITY_GROUP: "A group of a community, without a legal form that is known.",
  NETWORK: "A network that acts as a body.",
  DEPARTMENT: "A department of its parent.",
  SERVICE: "A service; a unit of its parent where one is known.",
  TEAM: "A team of its parent.",
});

export const SectorEnum = enumOf("Sector", "The part of public life to which an organisation belongs.", sectors, {
  NHS: "The National Health Service.",
  LOCAL_GOVERNMENT: "Councils and combined authorities.",
  POLICE_AND_JUSTICE: "Police and justice.",
  VCSE: "Voluntary, community and social enterprise.",
  EDUCATION: "Schools, colleges and universities.",
  HOUSING: "Housing.",
  RESEARCH: "Research bodies outside universities.",
  PARTNERSHIP: "Partnerships across sectors.",
});

export const OrganisationStatusEnum = enumOf("OrganisationStatus", "Whether an organisation exists.", organisationStatuses, {
  ACTIVE: "It exists.",
  DISSOLVED: "It exists no more: see successors.",
  NOT_REPORTED: "No source says.",
});

export const NameKindEnum = enumOf("OrganisationNameKind", "What another name of an organisation is.", nameKinds, {
  FORMER: "What it was called before.",
  ALIAS: "What it is also called.",
  ABBREVIATION: "Short for its name.",
  AS_WRITTEN: "What a source calls it, right or wrong.",
});

export const BasisEnum = enumOf("Basis", "On what a statement rests.", bases, {
  STATED: "A source says so.",
  INFERRED: "Somebody concluded it.",
});

export const IdentifierSchemeEnum = enumOf("IdentifierScheme", "A list of identifiers that the field uses.", identifierSchemes, {
  GB_NHS: "Organisation Data Service code of the NHS.",
  GB_CHC: "Charity Commission for England and Wales.",
  GB_COH: "Companies House; leading zeros kept.",
  GB_MPR: "Mutuals Public Register.",
  GB_LAE: "Local authorities in England.",
  GB_UKPRN: "UK Register of Learning Providers.",
  GSS: "Area code of the Office for National Statistics; not an org-id list.",
});

@ObjectType("Organisation", { implements: [RecordInterface], description: "A body, or a unit of one: a department, service or team. A sector or community is not an organisation." })
export class OrganisationType extends RecordInterface {
  @Field(() => String, { description: "Its name today, or its last." })
  declare readonly name: string;

  @Field(() => OrganisationKindEnum, { nullable: true, description: "What it is. Null where no source says: see valueStatus." })
  declare readonly kind: string | null;

  @Field(() => SectorEnum, { nullable: true, description: "Its sector. Null where no source says." })
  declare readonly sector: string | null;

  @Field(() => OrganisationStatusEnum, { description: "Whether it exists." })
  declare readonly status: string;

  @Field(() => PartialDateType, { description: "Since when it has existed." })
  declare readonly since: PartialDateType;

  @Field(() => PartialDateType, { description: "The last day on which it existed." })
  declare readonly until: PartialDateType;
}

@ObjectType("OrganisationName", { implements: [RecordInterface], description: "Another name of an organisation." })
export class OrganisationNameType extends RecordInterface {
  @Field(() => String, { description: "The name." })
  declare readonly name: string;

  @Field(() => NameKindEnum, { description: "What it is." })
  declare readonly kind: string;

  @Field(() => BasisEnum, { description: "Whether a source says that it means this organisation." })
  declare readonly basis: string;

  @Field(() => PartialDateType, { description: "Since when it has been used." })
  declare readonly since: PartialDateType;

  @Field(() => PartialDateType, { description: "Until when it was used." })
  declare readonly until: PartialDateType;
}

@ObjectType("OrganisationIdentifier", { implements: [RecordInterface], description: "An identifier of an organisation in a list of the field. It belongs to one organisation at a time." })
export class OrganisationIdentifierType extends RecordInterface {
  @Field(() => IdentifierSchemeEnum, { description: "The list." })
  declare readonly scheme: string;

  @Field(() => String, { description: "The identifier in that list, as RVJ." })
  declare readonly value: string;

  @Field(() => PartialDateType, { description: "Since when it has been the organisation's." })
  declare readonly since: PartialDateType;

  @Field(() => PartialDateType, { description: "Until when it was." })
  declare readonly until: PartialDateType;

  @Field(() => PartialDateType, { description: "When somebody last compared it with the register itself. UNKNOWN: nobody has." })
  declare readonly verified: PartialDateType;
}

@ObjectType("Succession", { implements: [RecordInterface], description: "One organisation took the place of another. Facts stay with the body that existed then. Lists follow it where their filter says so: see FollowedSuccession." })
export class SuccessionType extends RecordInterface {
  @Field(() => PartialDateType, { description: "The first day of the successor." })
  declare readonly effective: PartialDateType;
}
