import { Field, InterfaceType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { partyKinds } from "./rules.ts";

export const PartyKindEnum = enumOf("PartyKind", "What somebody is who has a part in something.", partyKinds, {
  ORGANISATION: "An organisation: see organisation.",
  HEALTH_INTEGRATION_TEAM: "A HIT: see healthIntegrationTeam.",
  GROUP: "A group: see group.",
  DESCRIBED: "Somebody whom the source describes and does not name: see description.",
});

@InterfaceType("Party", {
  description: "Somebody's part in something: exactly one of organisation, healthIntegrationTeam, group and description; partyKind tells which.",
})
export abstract class PartyInterface {
  @Field(() => String, { nullable: true, description: "Who it is, where the source describes but does not name them. Null where they are named." })
  declare readonly description: string | null;
}
