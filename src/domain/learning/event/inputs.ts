import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { ValueStatusEnum } from "../../../api/value/value-status.ts";
import { DateWindow } from "../../../api/value/window.ts";
import { FollowsSuccession, type Followed } from "../../partners/organisation/inputs.ts";
import { SectorEnum } from "../../partners/organisation/type.ts";
import { EventKindEnum, EventPartyKindEnum, EventRoleEnum, EventStatusEnum } from "./type.ts";

@InputType("EventPartyFilter", { description: "Which parties to events: all of this holds of one and the same party." })
export class EventPartyFilter {
  @Field(() => [EventRoleEnum], { nullable: true, description: "In one of these roles." })
  declare readonly role?: string[] | null;

  @Field(() => [EventPartyKindEnum], { nullable: true, description: "Of one of these kinds." })
  declare readonly partyKind?: string[] | null;

  @Field(() => ID, { nullable: true, description: "This organisation." })
  declare readonly organisation?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => [SectorEnum], { nullable: true, description: "An organisation in one of these sectors." })
  declare readonly sector?: string[] | null;

  @Field(() => ID, { nullable: true, description: "This HIT." })
  declare readonly healthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "This group." })
  declare readonly group?: string | null;

  @Field(() => ID, { nullable: true, description: "This person, whom the viewer may see." })
  declare readonly person?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;
}

@InputType("EventSeriesFilter", { description: "Which series of events." })
export class EventSeriesFilter {
  @Field(() => ID, { nullable: true, description: "At this place or at one in it, or of a programme there." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this programme." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this group." })
  declare readonly group?: string | null;

  @Field(() => [EventKindEnum], { nullable: true, description: "Of one of these sorts." })
  declare readonly kind?: string[] | null;

  @Field(() => [EventStatusEnum], { nullable: true, description: "Reported as one of these." })
  declare readonly status?: string[] | null;

  @Field(() => EventPartyFilter, { nullable: true, description: "With a party like this to every event of it." })
  declare readonly party?: EventPartyFilter | null;

  @Field(() => String, { nullable: true, description: "These words stand in the title." })
  declare readonly titleContains?: string | null;
}

@InputType("EventFilter", { description: "Which events." })
export class EventFilter {
  @Field(() => ID, { nullable: true, description: "At this place or at one in it, or of a programme there." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this programme." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this group." })
  declare readonly group?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this series." })
  declare readonly series?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this collaboration." })
  declare readonly collaboration?: string | null;

  @Field(() => ID, { nullable: true, description: "That is this milestone, or reaches it." })
  declare readonly milestone?: string | null;

  @Field(() => [EventKindEnum], { nullable: true, description: "Of one of these sorts." })
  declare readonly kind?: string[] | null;

  @Field(() => [EventStatusEnum], { nullable: true, description: "Reported as one of these." })
  declare readonly status?: string[] | null;

  @Field(() => DateWindow, { nullable: true, description: "In this span of days. Edges say how sure each hit is." })
  declare readonly date?: DateWindow | null;

  @Field(() => [ValueStatusEnum], { nullable: true, description: "Whose date is known, or is not known for one of these reasons." })
  declare readonly dateStatus?: string[] | null;

  @Field(() => EventPartyFilter, { nullable: true, description: "With a party like this: to the event itself, or to every event of its series." })
  declare readonly party?: EventPartyFilter | null;

  @Field(() => String, { nullable: true, description: "These words stand in the title or in the subject." })
  declare readonly contains?: string | null;
}

export const EventOrderEnum = enumOf("EventOrder", "What a list of events is sorted by.", ["DATE", "NUMBER", "TITLE"] as const, {
  DATE: "The earliest day on which it can be; those without a date last.",
  NUMBER: "Its number in its series; those without one last.",
  TITLE: "The title.",
});

export const EventSeriesOrderEnum = enumOf("EventSeriesOrder", "What a list of series of events is sorted by.", ["TITLE"] as const, {
  TITLE: "The title.",
});

export const EventPartyOrderEnum = enumOf("EventPartyOrder", "What a list of parties to events is sorted by.", ["ROLE"] as const, {
  ROLE: "Organisers first, then hosts, presenters and attendees.",
});
