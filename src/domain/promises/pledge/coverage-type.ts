import { Field, Int, ObjectType } from "type-graphql";
import { ValueStatusEnum } from "../../../api/value/value-status.ts";
import { SectorEnum } from "../../partners/organisation/type.ts";
import { SignatoryKindEnum } from "./type.ts";

const HOW_MANY = { description: "How many bodies, each once, however often it signed." };
const WHY_NOT = { description: "KNOWN, or why there is none." };

@ObjectType("PledgeCoverageFigure", { description: "How many bodies have signed. A count and never a percentage: nobody knows how many could sign." })
export class PledgeCoverageFigureType {
  @Field(() => Int, HOW_MANY)
  declare readonly signatories: number;
}

@ObjectType("PledgeSectorCoverage", { description: "How many organisations of one sector have signed." })
export class PledgeSectorCoverageType {
  @Field(() => SectorEnum, { nullable: true, description: "The sector. Null where there is none: see status." })
  declare readonly value: string | null;

  @Field(() => ValueStatusEnum, { description: "KNOWN, or why there is no sector: NOT_APPLICABLE for groups and for bodies that are only described, WITHHELD for an organisation that the viewer may not see." })
  declare readonly status: string;

  @Field(() => Int, HOW_MANY)
  declare readonly signatories: number;
}

@ObjectType("PledgePlaceCoverage", { description: "How many bodies have signed for one place, or are there. Not added up over the places that lie in it: ask with filter place for that." })
export class PledgePlaceCoverageType {
  @Field(() => ValueStatusEnum, WHY_NOT)
  declare readonly status: string;

  @Field(() => Int, HOW_MANY)
  declare readonly signatories: number;
}

@ObjectType("PledgeSignatoryKindCoverage", { description: "How many bodies of one kind have signed." })
export class PledgeSignatoryKindCoverageType {
  @Field(() => SignatoryKindEnum, { nullable: true, description: "The kind. Null where no source says." })
  declare readonly value: string | null;

  @Field(() => ValueStatusEnum, WHY_NOT)
  declare readonly status: string;

  @Field(() => Int, HOW_MANY)
  declare readonly signatories: number;
}

@ObjectType("PledgeCoverage", { description: "How far pledges have spread, over the signatures that the viewer may see. Each signature stands in one sector, one place and one kind, or among those where that is not known." })
export class PledgeCoverageType {
  @Field(() => PledgeCoverageFigureType, { description: "All of them." })
  declare readonly all: PledgeCoverageFigureType;

  @Field(() => [PledgeSectorCoverageType], { description: "By sector, the most first; what is not known last." })
  declare readonly bySector: readonly PledgeSectorCoverageType[];

  @Field(() => [PledgePlaceCoverageType], { description: "By place: the one for which it was signed, else that of the body." })
  declare readonly byPlace: readonly PledgePlaceCoverageType[];

  @Field(() => [PledgeSignatoryKindCoverageType], { description: "By kind of body." })
  declare readonly bySignatoryKind: readonly PledgeSignatoryKindCoverageType[];
}
