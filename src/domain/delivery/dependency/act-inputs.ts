import { Field, ID, InputType } from "type-graphql";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { AudienceEnum } from "../../../api/record.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
import { BasisEnum } from "../../partners/organisation/type.ts";
import { DependencyTypeEnum } from "./type.ts";

@InputType("AddDependencyInput", { description: "Something has to come before a workstream or milestone. Name one thing that comes first, and one that waits." })
export class AddDependencyInput {
  @Field(() => DependencyTypeEnum, { description: "What the successor waits for." })
  declare readonly type: string;

  @Field(() => ID, { nullable: true, description: "The workstream that comes first, of this programme or another." })
  declare readonly predecessorWorkstream?: string | null;

  @Field(() => ID, { nullable: true, description: "The milestone that comes first, of this programme or another." })
  declare readonly predecessorMilestone?: string | null;

  @Field(() => String, { nullable: true, description: "What comes first, in words, where it is not tracked here." })
  declare readonly predecessorDescription?: string | null;

  @Field(() => ID, { nullable: true, description: "The workstream that waits." })
  declare readonly successorWorkstream?: string | null;

  @Field(() => ID, { nullable: true, description: "The milestone that waits." })
  declare readonly successorMilestone?: string | null;

  @Field(() => String, { nullable: true, description: "Why it has to come first." })
  declare readonly rationale?: string | null;

  @Field(() => BasisEnum, { nullable: true, description: "STATED unless given." })
  declare readonly basis?: string | null;

  @Field(() => AudienceEnum, { nullable: true, description: "Who it is for; as what waits unless given." })
  declare readonly audience?: string | null;
}

@InputType("AmendDependencyInput", { description: "What is said of a dependency. Where something else comes first or waits, drop it and add that one. What is left out stays; a null empties." })
export class AmendDependencyInput extends RecordAsReadInput {
  @Field(() => String, { nullable: true, description: "Why it has to come first." })
  declare readonly rationale?: string | null;

  @Field(() => BasisEnum, { nullable: true, description: "Whether somebody stated it, or it is concluded." })
  declare readonly basis?: string | null;

  @Field(() => AudienceEnum, { nullable: true, description: "Who it is for." })
  declare readonly audience?: string | null;
}

@InputType("WaiveDependencyInput", { description: "Leave to go on although something that has to come first is not there: shown to everybody who sees the dependency." })
export class WaiveDependencyInput {
  @Field(() => ID, { description: "The dependency that is not satisfied." })
  declare readonly dependency: string;

  @Field(() => DayScalar, { description: "The last day for which it holds: a day to come." })
  declare readonly until: string;

  @Field(() => ID, { nullable: true, description: "The organisation on whose behalf it is given. Who recorded it stands in the history." })
  declare readonly grantedBy?: string | null;
}
