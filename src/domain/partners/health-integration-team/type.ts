import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { healthIntegrationTeamStatuses } from "./table.ts";

export const HealthIntegrationTeamStatusEnum = enumOf("HealthIntegrationTeamStatus", "Whether a HIT is at work.", healthIntegrationTeamStatuses, {
  ACTIVE: "It is at work.",
  ENDED: "It has ended.",
  NOT_REPORTED: "No source says.",
});

@ObjectType("HealthIntegrationTeam", {
  implements: [RecordInterface],
  description: "A Health Integration Team (HIT): clinicians, managers, commissioners, researchers and public contributors from several bodies, at work on one subject.",
})
export class HealthIntegrationTeamType extends RecordInterface {
  @Field(() => String, { description: "Its name today, or its last." })
  declare readonly name: string;

  @Field(() => [String], { description: "What it was called before. Empty where it had no other name or none is recorded: valueStatus tells which." })
  declare readonly formerNames: readonly string[];

  @Field(() => String, { nullable: true, description: "What it wants to achieve, in our short words. Null where it is not known: see valueStatus." })
  declare readonly aim: string | null;

  @Field(() => String, { nullable: true, description: "What it says its part is, beside its aim. Null where it is not known." })
  declare readonly role: string | null;

  @Field(() => HealthIntegrationTeamStatusEnum, { description: "Whether it is at work." })
  declare readonly status: string;
}
