import { Field, ID, InputType } from "type-graphql";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { AudienceEnum } from "../../../api/record.ts";
import { WorkstreamKindEnum, WorkstreamThemeEnum } from "./type.ts";

@InputType("OpenWorkstreamInput", { description: "A part of a programme with a theme and a lead of its own, not started yet." })
export class OpenWorkstreamInput {
  @Field(() => ID, { description: "The programme that it is a part of." })
  declare readonly programme: string;

  @Field(() => String, { description: "Its name." })
  declare readonly name: string;

  @Field(() => WorkstreamThemeEnum, { description: "What it is about." })
  declare readonly theme: string;

  @Field(() => String, { nullable: true, description: "The programme's own word for the theme, where the theme is OWN." })
  declare readonly ownTheme?: string | null;

  @Field(() => WorkstreamKindEnum, { nullable: true, description: "How it is set up." })
  declare readonly kind?: string | null;

  @Field(() => String, { nullable: true, description: "What it is to do, in short words." })
  declare readonly purpose?: string | null;

  @Field(() => ID, { nullable: true, description: "The HIT that leads it." })
  declare readonly leadHealthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "The organisation that leads it." })
  declare readonly leadOrganisation?: string | null;

  @Field(() => AudienceEnum, { nullable: true, description: "Who it is for; as its programme unless given." })
  declare readonly audience?: string | null;
}

@InputType("AmendWorkstreamInput", { description: "What is to be different about a workstream. What is left out stays; null empties it. How far it is, other acts say." })
export class AmendWorkstreamInput extends RecordAsReadInput {
  @Field(() => String, { nullable: true, description: "Its name." })
  declare readonly name?: string | null;

  @Field(() => WorkstreamThemeEnum, { nullable: true, description: "What it is about." })
  declare readonly theme?: string | null;

  @Field(() => String, { nullable: true, description: "The programme's own word for the theme, where the theme is OWN." })
  declare readonly ownTheme?: string | null;

  @Field(() => WorkstreamKindEnum, { nullable: true, description: "How it is set up." })
  declare readonly kind?: string | null;

  @Field(() => String, { nullable: true, description: "What it is to do, in short words." })
  declare readonly purpose?: string | null;

  @Field(() => ID, { nullable: true, description: "The HIT that leads it." })
  declare readonly leadHealthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "The organisation that leads it." })
  declare readonly leadOrganisation?: string | null;

  @Field(() => AudienceEnum, { nullable: true, description: "Who it is for." })
  declare readonly audience?: string | null;
}

@InputType("MergeWorkstreamInput", { description: "A workstream that ends by being continued in others." })
export class MergeWorkstreamInput extends RecordAsReadInput {
  @Field(() => [ID], { description: "The workstreams in which it goes on: one or several." })
  declare readonly continuedIn: readonly string[];
}
