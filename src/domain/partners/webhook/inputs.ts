import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { WebhookStatusEnum } from "./type.ts";

@InputType("WebhookFilter", { description: "Which webhooks are wanted; every field that is given has to hold." })
export class WebhookFilter {
  @Field(() => [WebhookStatusEnum], { nullable: true, description: "In one of these states." })
  declare readonly status?: readonly string[] | null;

  @Field(() => ID, { nullable: true, description: "Of somebody who holds a role today for this system or for something in it." })
  declare readonly system?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this account or key." })
  declare readonly owner?: string | null;
}

export const WebhookOrderEnum = enumOf("WebhookOrder", "What a list of webhooks is sorted by.", ["ADDRESS", "SINCE"] as const, {
  ADDRESS: "The address.",
  SINCE: "The day on which it came to stand as it does.",
});
