import { Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import type { Context } from "../../../api/context.ts";
import { RecordInterface, type AnyRecord, type RecordRow } from "../../../api/record.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
import type { Viewer } from "../../../api/access/viewer.ts";
import type { Day } from "../../../kernel/day.ts";
import type { AccessKeyRow, AccountRow } from "../../partners/access/store.ts";
import { AccessKeyType, AccountType, ViewerType } from "../../partners/access/type.ts";
import { lastUsedOn } from "./last-use.ts";
import { calendarAddressesOf } from "./loaders.ts";
import { CalendarAddressMutations } from "./mutations.ts";
import type { CalendarAddressRow } from "./store.ts";
import { calendarAddressKind } from "./table.ts";
import { CalendarAddressType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";
import { passing } from "../../../api/passing.ts";

@Resolver(() => CalendarAddressType)
class CalendarAddressResolver {
  @FieldResolver(() => ID, { description: "The id of the account or the key that made it: it shows what that may see, for as long as that may come in." })
  holder(@Root() { holderId }: CalendarAddressRow): string {
    return holderId;
  }

  @passing()
  @FieldResolver(() => DayScalar, { nullable: true, description: "The last day on which a calendar program fetched it. Null where none has, and where the past is read." })
  lastUsedOn(@Ctx() { desk }: Context, @Root() { id }: CalendarAddressRow): Soon<Day | null> {
    return desk === null ? null : lastUsedOn(desk.ledger.drawers, id);
  }
}

@Resolver(() => ViewerType)
class ViewerCalendarAddressesResolver {
  @FieldResolver(() => [CalendarAddressType], { description: "The calendar addresses that they made, revoked ones included. Of somebody who did not sign in, none." })
  calendarAddresses(@Ctx() context: Context, @Root() { accountId }: Viewer): Soon<readonly CalendarAddressRow[]> {
    return accountId === null ? [] : calendarAddressesOf(context, accountId);
  }
}

@Resolver(() => AccountType)
class AccountCalendarAddressesResolver {
  @FieldResolver(() => [CalendarAddressType], { description: "The calendar addresses that it made, revoked ones included." })
  calendarAddresses(@Ctx() context: Context, @Root() { id }: AccountRow): Soon<readonly CalendarAddressRow[]> {
    return calendarAddressesOf(context, id);
  }
}

@Resolver(() => AccessKeyType)
class AccessKeyCalendarAddressesResolver {
  @FieldResolver(() => [CalendarAddressType], { description: "The calendar addresses that were made with it, revoked ones included." })
  calendarAddresses(@Ctx() context: Context, @Root() { id }: AccessKeyRow): Soon<readonly CalendarAddressRow[]> {
    return calendarAddressesOf(context, id);
  }
}

// oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql takes resolver classes as functions
function resolversOver(record: AnyRecord): readonly Function[] {
  @Resolver(() => CalendarAddressType)
  class CalendarAddressAboutResolver {
    @FieldResolver(() => RecordInterface, { nullable: true, description: "What the calendar is of. Null where it is not there any more, and for somebody who may not see it." })
    about(@Ctx() context: Context, @Root() { aboutId }: CalendarAddressRow): Soon<RecordRow | null> {
      return record(context, aboutId);
    }
  }
  return [CalendarAddressAboutResolver];
}

export const calendarAddress: Concept = {
  kinds: [calendarAddressKind],
  resolvers: [CalendarAddressResolver, CalendarAddressMutations, ViewerCalendarAddressesResolver, AccountCalendarAddressesResolver, AccessKeyCalendarAddressesResolver],
  resolversOver,
};
