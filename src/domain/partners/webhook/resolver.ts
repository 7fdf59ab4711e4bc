import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { connectionOf } from "../../../api/list/connection.ts";
import type { Context } from "../../../api/context.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { pageOf, type Connection, type PageRequest } from "../../../api/page.ts";
import { RecordInterface, type AnyRecord, type RecordRow } from "../../../api/record.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import type { Concept } from "../../concept.ts";
import { keptAccessKeyById, keptAccountById } from "../access/loaders.ts";
import type { AccessKeyRow, AccountRow } from "../access/store.ts";
import { AccessKeyType, AccountType } from "../access/type.ts";
import { deliveriesOf, type Delivery, type NumberedDelivery } from "./delivery.ts";
import { DELIVERIES, deliveriesArgs, WebhookDeliveryConnection, WebhookDeliveryType, type DeliveriesAsked } from "./delivery-type.ts";
import { eventTypes, type EventType } from "./event-types.ts";
import { WebhookFilter, WebhookOrderEnum } from "./inputs.ts";
import { webhookMutations } from "./mutations.ts";
import { WebhookSendingMutations } from "./sending-mutations.ts";
import { SeenWebhooks } from "./seen.ts";
import type { WebhookRow } from "./store.ts";
import { webhookKind } from "./table.ts";
import { WebhookEventTypeType, WebhookType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";
import { passing } from "../../../api/passing.ts";

const WebhookConnection = connectionOf("Webhook", () => WebhookType);
const WebhooksArgs = listArgs(() => WebhookFilter, WebhookOrderEnum, "ADDRESS");

// oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql takes resolver classes as functions
function resolversOver(record: AnyRecord, kinds: readonly RecordKind[]): readonly Function[] {
  const seen = new SeenWebhooks(kinds);
  const types = eventTypes(kinds);

  @Resolver(() => WebhookType)
  class WebhookResolver {
    @Query(WebhookConnection, { description: "Where messages are sent: the viewer's own webhooks, and for offices, stewards and auditors those of whoever holds a role within what they answer for." })
    async webhooks(@Ctx() context: Context, @Args(WebhooksArgs) request: PageRequest<WebhookFilter>): Promise<Connection<WebhookRow>> {
      return pageOf(await seen.among(context, request.filter ?? {}), ({ address, since }) => (request.orderBy === "ADDRESS" ? address : since), request);
    }

    @Query(() => WebhookType, { nullable: true, description: "A webhook by its id, for whoever is given it in webhooks. Null for others, and where there is none." })
    async webhook(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Promise<WebhookRow | null> {
      return (await seen.among(context, {})).find((each) => each.id === id) ?? null;
    }

    @Query(() => [WebhookEventTypeType], { description: "All that a webhook can be told of." })
    webhookTypes(): readonly EventType[] {
      return types;
    }

    @passing()
    @FieldResolver(WebhookDeliveryConnection, { description: DELIVERIES })
    async deliveries(@Ctx() { desk }: Context, @Root() { id }: WebhookRow, @Args(deliveriesArgs) { status, ...page }: DeliveriesAsked): Promise<Connection<NumberedDelivery>> {
      const all = desk === null ? [] : await deliveriesOf(desk.ledger.drawers, id);
      return pageOf(all.filter((delivery) => status?.includes(delivery.status) ?? true), ({ number }) => -number, page);
    }

    @FieldResolver(() => AccountType, { nullable: true, description: "The account whose it is: what that may see, it is told of. Null where it is a key's." })
    account(@Ctx() context: Context, @Root() { accountId }: WebhookRow): Soon<AccountRow | null> {
      return keptAccountById(context, accountId);
    }

    @FieldResolver(() => AccessKeyType, { nullable: true, description: "The key whose it is. Null where it is an account's." })
    key(@Ctx() context: Context, @Root() { keyId }: WebhookRow): Soon<AccessKeyRow | null> {
      return keptAccessKeyById(context, keyId);
    }
  }

  @Resolver(() => WebhookDeliveryType)
  class WebhookDeliveryResolver {
    @FieldResolver(() => RecordInterface, { nullable: true, description: "What it tells of, as it stands now. Null for a test, for a record that is not there any more, and for one that this viewer may not see." })
    record(@Ctx() context: Context, @Root() { recordId }: Delivery): Soon<RecordRow | null> {
      return record(context, recordId);
    }
  }

  return [WebhookResolver, WebhookDeliveryResolver, WebhookSendingMutations, webhookMutations(kinds)];
}

export const webhook: Concept = { kinds: [webhookKind], resolvers: [], resolversOver };
