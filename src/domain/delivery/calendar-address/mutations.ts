import { Arg, Args, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import { ActArgs } from "../../../api/act/act-args.ts";
import { acting } from "../../../api/act/acting.ts";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { PayloadInterface, payloadOf, type Payload } from "../../../api/act/payload.ts";
import type { Context } from "../../../api/context.ts";
import { newSecret } from "../../../kernel/secret.ts";
import { CreateCalendarAddressInput } from "./act-inputs.ts";
import { calendarAddressActs } from "./acts.ts";
import { keptCalendarAddressById } from "./loaders.ts";
import { CALENDAR_MARK, calendarPath } from "./rules.ts";
import type { CalendarAddressRow } from "./store.ts";
import { calendarAddressKind } from "./table.ts";
import { CalendarAddressType } from "./type.ts";

const CalendarAddressPayload = payloadOf("CalendarAddress", "calendarAddress", () => CalendarAddressType);

@ObjectType("CreatedCalendarAddressPayload", { implements: PayloadInterface, description: "What came of making a calendar's address." })
class CreatedCalendarAddressPayload extends PayloadInterface {
  @Field(() => CalendarAddressType, { name: "calendarAddress", nullable: true, description: "The address as it is kept: without its secret. Null where there are problems." })
  declare readonly record: unknown;

  @Field(() => String, { nullable: true, description: "The path on this server at which a calendar program subscribes, with the secret in it: here and never again. Null where nothing was written, and where the act is a repeat." })
  declare readonly secretPath: string | null;
}

const answer = { kind: calendarAddressKind, load: keptCalendarAddressById };

@Resolver()
export class CalendarAddressMutations {
  @Mutation(() => CreatedCalendarAddressPayload, { description: "Makes an address at which a calendar program finds what is due in a programme, for a HIT, for an organisation or for a board. Whoever has it sees what its maker may see: hand it to nobody, and revoke it when it got about." })
  async createCalendarAddress(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("calendarAddress", () => CreateCalendarAddressInput, { description: "Of what." }) calendarAddress: CreateCalendarAddressInput): Promise<Payload<CalendarAddressRow> & { secretPath: string | null }> {
    const { secret, ...kept } = newSecret(CALENDAR_MARK);
    const payload = await acting(context, { name: "calendar-address:create", args, sent: calendarAddress, ...answer }, (draft) => calendarAddressActs.create(draft, calendarAddress, kept, ["calendarAddress"]));
    return { ...payload, secretPath: payload.entry === null || payload.isRepeat ? null : calendarPath(secret) };
  }

  @Mutation(() => CalendarAddressPayload, { description: "Revokes a calendar's address: from now on it opens nothing. What a calendar program has fetched before, it keeps until it looks again." })
  async revokeCalendarAddress(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("calendarAddress", () => RecordAsReadInput, { description: "Which." }) calendarAddress: RecordAsReadInput): Promise<Payload<CalendarAddressRow>> {
    return acting(context, { name: "calendar-address:revoke", args, sent: calendarAddress, ...answer }, (draft) => calendarAddressActs.revoke(draft, calendarAddress, ["calendarAddress"]));
  }
}
