import { ArgsType, Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf, PageArgs } from "../../../api/list/connection.ts";
import { enumOf } from "../../../api/value/enum.ts";
import { InstantScalar } from "../../../api/value/scalars.ts";
import { deliveryOccasions, deliveryStates, KEPT_DELIVERIES, tryOutcomes, type Attempt } from "./delivery.ts";

export const DeliveryStatusEnum = enumOf("WebhookDeliveryStatus", "How it went with something that was to be delivered.", deliveryStates, {
  TRYING: "It is being tried, and will be again.",
  DELIVERED: "The receiver has said that it has it.",
  FAILED: "It is not tried again by itself.",
  WITHDRAWN: "It was not delivered yet when it was not there any more for the owner of the webhook.",
});

export const DeliveryOccasionEnum = enumOf("WebhookDeliveryOccasion", "Why something was sent.", deliveryOccasions, {
  EVENT: "It happened.",
  REDELIVERY: "Somebody asked for it again.",
  TEST: "Somebody wanted to see whether it arrives.",
});

export const TryOutcomeEnum = enumOf("WebhookTryOutcome", "What came of one try.", tryOutcomes, {
  DELIVERED: "The receiver answered with a status from 200 to 299.",
  REFUSED: "It answered with another status.",
  REDIRECTED: "It answered with a status from 300 to 399. Nothing is sent on: amend the address.",
  GONE: "It answered 410: it wants no more.",
  TIMED_OUT: "It did not answer to the end within 15 seconds.",
  UNREACHABLE: "There was no such name, no connection, or no certificate that counts.",
  CUT_OFF: "It began to answer and broke off.",
  ADDRESS_REFUSED: "The address, or one to which its name leads, is not one that this server sends to: private addresses are, where WEBHOOK_ALLOW_PRIVATE says so.",
});

@ObjectType("WebhookAttempt", { description: "One try to deliver something." })
export class WebhookAttemptType {
  @Field(() => InstantScalar, { description: "When it was made: the timestamp that was signed, to the second." })
  declare readonly at: string;

  @Field(() => Int, { description: "How long it took, in milliseconds." })
  declare readonly milliseconds: number;

  @Field(() => TryOutcomeEnum, { description: "What came of it." })
  declare readonly outcome: string;

  @Field(() => Int, { nullable: true, description: "The status with which the receiver answered. Null where it did not." })
  declare readonly status: number | null;
}

@ObjectType("WebhookDelivery", { description: "Something that was sent to a webhook's address, or is to be, and every try. Remembered for 30 days, and no part of history." })
export class WebhookDeliveryType {
  @Field(() => ID, { description: "What redeliverWebhook takes." })
  declare readonly id: string;

  @Field(() => Int, { description: "Its number among all deliveries of this webhook, from 1." })
  declare readonly number: number;

  @Field(() => String, { description: "The webhook-id of the message: the same over all tries and redeliveries." })
  declare readonly message: string;

  @Field(() => String, { description: "The type of the message." })
  declare readonly type: string;

  @Field(() => DeliveryOccasionEnum, { description: "Why it was sent." })
  declare readonly occasion: string;

  @Field(() => DeliveryStatusEnum, { description: "How it went." })
  declare readonly status: string;

  @Field(() => Int, { description: "The number of the entry that it tells of; of what falls due or is a test, of the last one then." })
  declare readonly entry: number;

  @Field(() => InstantScalar, { description: "When it was begun." })
  declare readonly begunAt: string;

  @Field(() => InstantScalar, { nullable: true, description: "When it is tried next. Null where it is not." })
  declare readonly nextTryAt: string | null;

  @Field(() => [WebhookAttemptType], { description: "The tries, the first first; of very many, the last 30." })
  declare readonly attempts: readonly Attempt[];
}

export const WebhookDeliveryConnection = connectionOf("WebhookDelivery", () => WebhookDeliveryType);

@ArgsType()
class DeliveriesArgs extends PageArgs {
  @Field(() => [DeliveryStatusEnum], { nullable: true, description: "Only those that stand so." })
  declare readonly status?: readonly string[] | null;
}

export const deliveriesArgs = (): typeof DeliveriesArgs => DeliveriesArgs;
export type DeliveriesAsked = DeliveriesArgs;

export const DELIVERIES = `What was sent to it, the last first: ${KEPT_DELIVERIES} at most, for 30 days. Nothing of it is history, so there is none under @asAt, and a live query is not told when it changes.`;
