import { Field, ID, InputType } from "type-graphql";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { AudienceEnum } from "../../../api/record.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
import { PartialDateInput } from "../../../api/value/inputs.ts";
import { RiskKindEnum, RiskLevelEnum, RiskResponseEnum, RiskStatusEnum } from "./type.ts";

@InputType("RaiseRiskInput", { description: "Something that may stand in the way, or an issue that does. It has exactly one owner." })
export class RaiseRiskInput {
  @Field(() => ID, { description: "The programme." })
  declare readonly programme: string;

  @Field(() => ID, { nullable: true, description: "The workstream of that programme that it is about." })
  declare readonly workstream?: string | null;

  @Field(() => ID, { nullable: true, description: "The milestone of that programme that it is about." })
  declare readonly milestone?: string | null;

  @Field(() => String, { description: "What it is." })
  declare readonly title: string;

  @Field(() => RiskKindEnum, { description: "Whether it may happen or has happened." })
  declare readonly kind: string;

  @Field(() => String, { nullable: true, description: "What brings it about." })
  declare readonly cause?: string | null;

  @Field(() => String, { nullable: true, description: "What would come of it." })
  declare readonly effect?: string | null;

  @Field(() => RiskLevelEnum, { nullable: true, description: "How likely you judge it. Leave it out where nobody has judged, and for an issue." })
  declare readonly likelihood?: string | null;

  @Field(() => RiskLevelEnum, { nullable: true, description: "How much you judge that it matters. Leave it out where nobody has judged." })
  declare readonly impact?: string | null;

  @Field(() => RiskResponseEnum, { nullable: true, description: "What sort of thing is done about it." })
  declare readonly response?: string | null;

  @Field(() => String, { nullable: true, description: "What is being done about it." })
  declare readonly plan?: string | null;

  @Field(() => PartialDateInput, { nullable: true, description: "When it was raised; today unless given." })
  declare readonly raised?: PartialDateInput | null;

  @Field(() => PartialDateInput, { nullable: true, description: "When it is next to be looked at." })
  declare readonly reviewDue?: PartialDateInput | null;

  @Field(() => ID, { nullable: true, description: "The organisation that answers for it." })
  declare readonly ownerOrganisation?: string | null;

  @Field(() => ID, { nullable: true, description: "The HIT that answers for it." })
  declare readonly ownerHealthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "The group that answers for it." })
  declare readonly ownerGroup?: string | null;

  @Field(() => AudienceEnum, { nullable: true, description: "Who it is for; those for whom the programme is unless given." })
  declare readonly audience?: string | null;
}

@InputType("AmendRiskInput", { description: "A risk or issue that was written down wrongly, or that somebody else answers for. What is left out stays; a null empties." })
export class AmendRiskInput extends RecordAsReadInput {
  @Field(() => String, { nullable: true, description: "What may stand in the way, in a few words." })
  declare readonly title?: string | null;

  @Field(() => String, { nullable: true, description: "What it comes from." })
  declare readonly cause?: string | null;

  @Field(() => String, { nullable: true, description: "What it leads to." })
  declare readonly effect?: string | null;

  @Field(() => PartialDateInput, { nullable: true, description: "When it was raised." })
  declare readonly raised?: PartialDateInput | null;

  @Field(() => ID, { nullable: true, description: "The organisation that answers for it, in the place of whoever did." })
  declare readonly ownerOrganisation?: string | null;

  @Field(() => ID, { nullable: true, description: "The HIT that answers for it, in the place of whoever did." })
  declare readonly ownerHealthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "The group that answers for it, in the place of whoever did." })
  declare readonly ownerGroup?: string | null;

  @Field(() => AudienceEnum, { nullable: true, description: "Who it is for." })
  declare readonly audience?: string | null;
}

@InputType("ReviewRiskInput", { description: "How an open risk or issue is judged now. What is left out stays; with nothing but its id it says that somebody looked and found it as it was." })
export class ReviewRiskInput extends RecordAsReadInput {
  @Field(() => DayScalar, { nullable: true, description: "The day on which it was looked at; today unless given." })
  declare readonly reviewedOn?: string | null;

  @Field(() => RiskKindEnum, { nullable: true, description: "ISSUE where it has happened: it is not likely any more, so its likelihood goes." })
  declare readonly kind?: string | null;

  @Field(() => RiskLevelEnum, { nullable: true, description: "How likely you judge it." })
  declare readonly likelihood?: string | null;

  @Field(() => RiskLevelEnum, { nullable: true, description: "How much you judge that it matters." })
  declare readonly impact?: string | null;

  @Field(() => RiskResponseEnum, { nullable: true, description: "What sort of thing is done about it." })
  declare readonly response?: string | null;

  @Field(() => String, { nullable: true, description: "What is being done about it." })
  declare readonly plan?: string | null;

  @Field(() => RiskStatusEnum, { nullable: true, description: "Whether it is still one. CLOSED is said with closeRisk, which asks how it ended." })
  declare readonly status?: string | null;

  @Field(() => PartialDateInput, { nullable: true, description: "When it is next to be looked at. Left out, a day that has come is done with, and the next one is not stated." })
  declare readonly reviewDue?: PartialDateInput | null;
}

@InputType("CloseRiskInput", { description: "A risk or issue that is none any more. How it ended is said in the reason." })
export class CloseRiskInput extends RecordAsReadInput {
  @Field(() => PartialDateInput, { nullable: true, description: "When it was closed; today unless given." })
  declare readonly closed?: PartialDateInput | null;
}
