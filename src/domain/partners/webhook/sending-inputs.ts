import { Field, ID, InputType, Int } from "type-graphql";

@InputType("TestWebhookInput", { description: "A webhook to which something is sent to see whether it arrives." })
export class TestWebhookInput {
  @Field(() => ID, { description: "The webhook." })
  declare readonly id: string;
}

@InputType("RedeliverWebhookInput", { description: "What is to be sent again: one delivery, or what happened from one entry to another." })
export class RedeliverWebhookInput {
  @Field(() => ID, { description: "The webhook." })
  declare readonly id: string;

  @Field(() => ID, { nullable: true, description: "One delivery of it." })
  declare readonly delivery?: string | null;

  @Field(() => Int, { nullable: true, description: "Everything from this entry on, that included. It may be from before there was the webhook." })
  declare readonly fromEntry?: number | null;

  @Field(() => Int, { nullable: true, description: "Up to this entry, that included; to the last one that there is unless given." })
  declare readonly toEntry?: number | null;
}
