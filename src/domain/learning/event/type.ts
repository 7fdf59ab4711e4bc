import { Field, Int, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { QuantityType } from "../../../api/value/quantity.ts";
import { BasisEnum } from "../../partners/organisation/type.ts";
import { eventPartyKinds } from "./rules.ts";
import { eventKinds, eventParts, eventStatuses } from "./table.ts";

export const EventKindEnum = enumOf("EventKind", "What sort of event it is.", eventKinds, {
  LAUNCH: "Something is begun in public.",
  NETWORK_EVENT: "The people of a network meet.",
  WORKSHOP: "People work on a subject together.",
  PRESENTATION: "Somebody presents to others.",
  ENGAGEMENT: "People are asked what they think, or drawn in.",
  CONVERSATION: "One to one, or a few with a few.",
  MEETING: "A meeting.",
  CONFERENCE: "A conference.",
});

export const EventStatusEnum = enumOf("EventStatus", "What was reported of an event or a series. A day that has passed does not make an event HELD: somebody has to say so.", eventStatuses, {
  PROPOSED: "Put forward, not yet agreed.",
  PLANNED: "Intended; nobody has said that it took place.",
  HELD: "A source says that it took place.",
  CANCELLED: "A source says that it did not or will not take place.",
  NOT_REPORTED: "No source says.",
});

export const EventRoleEnum = enumOf("EventRole", "What somebody is to an event. One body can have several roles.", eventParts, {
  ORGANISER: "Organises it.",
  HOST: "Gives it room, or holds it in its name.",
  PRESENTER: "Presents or speaks at it.",
  ATTENDEE: "Takes part, or is whom it is held for.",
});

export const EventPartyKindEnum = enumOf("EventPartyKind", "What a party to an event is.", eventPartyKinds, {
  ORGANISATION: "An organisation: see organisation.",
  HEALTH_INTEGRATION_TEAM: "A HIT: see healthIntegrationTeam.",
  GROUP: "A group: see group.",
  PERSON: "A person in a role: see person, which is null where the viewer may not see them.",
  DESCRIBED: "Somebody whom the source describes and does not name: see description.",
});

@ObjectType("Event", { implements: [RecordInterface], description: "Something that takes place once, or several times where a source speaks of several in one breath (see occurrences)." })
export class EventType extends RecordInterface {
  @Field(() => String, { description: "What it is called, in our short words where it has no title." })
  declare readonly title: string;

  @Field(() => EventKindEnum, { description: "What sort of event it is." })
  declare readonly kind: string;

  @Field(() => EventStatusEnum, { description: "What was reported of it." })
  declare readonly status: string;

  @Field(() => PartialDateType, { description: "When it took place or is to take place." })
  declare readonly date: PartialDateType;

  @Field(() => String, { nullable: true, description: "What it is about, in our short words. Null where no source says: see valueStatus." })
  declare readonly subject: string | null;

  @Field(() => String, { nullable: true, description: "What came of it, in our short words. Null where no source says, or where it has not taken place." })
  declare readonly result: string | null;

  @Field(() => QuantityType, { description: "How many events are meant, where a source speaks of several in one breath. NOT_APPLICABLE: it is one event." })
  declare readonly occurrences: QuantityType;

  @Field(() => QuantityType, { description: "How many took part." })
  declare readonly attendance: QuantityType;

  @Field(() => Int, { nullable: true, description: "Its number among the events of its series, from 1. Null where it has none." })
  declare readonly numberInSeries: number | null;

  @Field(() => BasisEnum, { nullable: true, description: "Whether a source gives that number, or it was counted by somebody. Null where there is no number." })
  declare readonly numberBasis: string | null;
}

@ObjectType("EventSeries", { implements: [RecordInterface], description: "Events that come again and again for one purpose. Those that are known one by one are its events." })
export class EventSeriesType extends RecordInterface {
  @Field(() => String, { description: "What it is called, in our short words where it has no title." })
  declare readonly title: string;

  @Field(() => EventKindEnum, { description: "What sort of events they are." })
  declare readonly kind: string;

  @Field(() => EventStatusEnum, { description: "What was reported of the series as a whole." })
  declare readonly status: string;

  @Field(() => String, { nullable: true, description: "What it is for, in our short words. Null where no source says: see valueStatus." })
  declare readonly purpose: string | null;

  @Field(() => String, { nullable: true, description: "How often, as the source writes it. Null where no source says." })
  declare readonly frequency: string | null;
}

@ObjectType("EventParty", { implements: [RecordInterface], description: "Somebody's part in an event, or in every event of a series: exactly one of the two, and exactly one of organisation, healthIntegrationTeam, group, person and description; partyKind tells which." })
export class EventPartyType extends RecordInterface {
  @Field(() => EventRoleEnum, { description: "What they are to it." })
  declare readonly role: string;

  @Field(() => String, { nullable: true, description: "Who it is, where the source describes but does not name them. Null where they are named." })
  declare readonly description: string | null;
}
