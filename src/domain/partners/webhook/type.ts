import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { DayScalar, InstantScalar } from "../../../api/value/scalars.ts";
import { pauseReasons, webhookStates } from "./table.ts";

export const WebhookStatusEnum = enumOf("WebhookStatus", "Whether a webhook is told of anything.", webhookStates, {
  ACTIVE: "It is.",
  PAUSED: "Not for now. Nothing is lost: once it is resumed, it is told of all that was done in between.",
  ENDED: "Never again.",
});

export const WebhookPauseEnum = enumOf("WebhookPause", "Why a webhook is paused.", pauseReasons, {
  ASKED: "Somebody paused it.",
  NOT_DELIVERED: "Something could not be delivered, however often it was tried over three days.",
  GONE: "The receiver answered 410: it wants no more.",
  RIGHTS_ENDED: "Its owner may see nothing here any more: the key has expired or was taken back, the account was erased, or neither holds a role.",
  NO_SECRET: "Its secret is not in this ledger's file any more, so nothing could be signed. Rotate the secret, then resume.",
});

@ObjectType("Webhook", {
  implements: [RecordInterface],
  description: "An address that is told of what is done, as its owner may see it when it is sent. Each message is signed as Standard Webhooks says, with a secret that is shown once. Given out to its owner, and to offices, stewards and auditors as far as they hold their role.",
})
export class WebhookType extends RecordInterface {
  @Field(() => String, { description: "Where messages are sent." })
  declare readonly address: string;

  @Field(() => String, { nullable: true, description: "What it is for, in its owner's words." })
  declare readonly description: string | null;

  @Field(() => [String], { description: "What it is told of, by the names that webhookTypes lists. Empty: everything." })
  declare readonly types: readonly string[];

  @Field(() => WebhookStatusEnum, { description: "Whether it is told of anything." })
  declare readonly status: string;

  @Field(() => WebhookPauseEnum, { nullable: true, description: "Why it is paused. Null where it is not." })
  declare readonly pausedFor: string | null;

  @Field(() => DayScalar, { description: "The day on which it came to stand so." })
  declare readonly since: string;

  @Field(() => String, { description: "SHA-256 of the text of its secret, in hexadecimal: a receiver can tell with it whether it has the right one." })
  declare readonly fingerprint: string;

  @Field(() => String, { nullable: true, description: "The same of the secret before this one. Null where there was none." })
  declare readonly formerFingerprint: string | null;

  @Field(() => InstantScalar, { nullable: true, description: "Until when messages are signed with the secret before this one as well." })
  declare readonly formerEndsAt: string | null;
}

@ObjectType("WebhookEventType", { description: "Something that a webhook can be told of." })
export class WebhookEventTypeType {
  @Field(() => String, { description: "The name under which it is sent: the type of the message." })
  declare readonly name: string;

  @Field(() => String, { description: "When it is sent." })
  declare readonly meaning: string;
}
