import { Field, InputType, Int } from "type-graphql";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";

@InputType("CreateWebhookInput", { description: "An address that is to be told of what is done." })
export class CreateWebhookInput {
  @Field(() => String, { description: "Where messages are sent: an https address without user name and password, on port 443 or from 1024 up. Plain http is taken for localhost alone. Whether it may be reached is judged whenever something is sent." })
  declare readonly address: string;

  @Field(() => String, { nullable: true, description: "What it is for: whoever reads the list of webhooks knows from it which receiver this is." })
  declare readonly description?: string | null;

  @Field(() => [String], { nullable: true, description: "What it is told of, by the names that webhookTypes lists; everything unless given." })
  declare readonly types?: readonly string[] | null;
}

@InputType("AmendWebhookInput", { description: "What is to be otherwise of a webhook. What is left out stays. What could not be delivered yet is tried again at once." })
export class AmendWebhookInput extends RecordAsReadInput {
  @Field(() => String, { nullable: true, description: "Where messages are sent." })
  declare readonly address?: string | null;

  @Field(() => String, { nullable: true, description: "What it is for." })
  declare readonly description?: string | null;

  @Field(() => [String], { nullable: true, description: "What it is told of; an empty list: everything." })
  declare readonly types?: readonly string[] | null;
}

@InputType("RotateWebhookSecretInput", { description: "A new secret for a webhook." })
export class RotateWebhookSecretInput extends RecordAsReadInput {
  @Field(() => Int, { defaultValue: 24, description: "For how many hours messages are signed with the old secret as well, 0 to 168: as long as the receiver needs to learn the new one. 0 where the old one has become known to somebody." })
  declare readonly overlapHours: number;
}
