import { Field, ObjectType } from "type-graphql";
import { payloadOf } from "../../../api/act/payload.ts";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { workstreamKinds, workstreamStatuses, workstreamThemes } from "./table.ts";

export const WorkstreamThemeEnum = enumOf("WorkstreamTheme", "What a workstream is about.", workstreamThemes, {
  PRINCIPLES: "The principles that the work rests on.",
  TRAINING: "Training of staff and communities.",
  SERVICE_DELIVERY: "How services are delivered.",
  ORGANISATIONAL_CHANGE: "How organisations change.",
  OWN: "A theme of the programme's own: see ownTheme.",
});

export const WorkstreamKindEnum = enumOf("WorkstreamKind", "How a workstream is set up.", workstreamKinds, {
  TASK_AND_FINISH: "Ends when its task is done.",
  STANDING: "Goes on as long as the programme.",
});

export const WorkstreamStatusEnum = enumOf("WorkstreamStatus", "How far a workstream is.", workstreamStatuses, {
  NOT_STARTED: "Has not begun.",
  IN_PROGRESS: "Under way.",
  READY: "What others wait for is ready.",
  PAUSED: "Stopped for the time being.",
  MERGED: "Ended by being continued in others: see continuedIn.",
  CLOSED: "Ended.",
  NOT_REPORTED: "No source says.",
});

@ObjectType("Workstream", { implements: [RecordInterface], description: "A part of a programme with a theme and a lead of its own." })
export class WorkstreamType extends RecordInterface {
  @Field(() => String, { description: "Its name." })
  declare readonly name: string;

  @Field(() => WorkstreamThemeEnum, { description: "What it is about." })
  declare readonly theme: string;

  @Field(() => String, { nullable: true, description: "The programme's own word for the theme, where the theme is OWN." })
  declare readonly ownTheme: string | null;

  @Field(() => WorkstreamKindEnum, { nullable: true, description: "How it is set up. Null where it is not known: see valueStatus." })
  declare readonly kind: string | null;

  @Field(() => WorkstreamStatusEnum, { description: "How far it is." })
  declare readonly status: string;

  @Field(() => String, { nullable: true, description: "What it is to do, in our short words." })
  declare readonly purpose: string | null;
}

@ObjectType("WorkstreamContinuation", { implements: [RecordInterface], description: "A workstream ended by being continued in another." })
export class WorkstreamContinuationType extends RecordInterface {}

/** What answers an act on a workstream, here and where such acts are lent. */
export const WorkstreamPayload = payloadOf("Workstream", "workstream", () => WorkstreamType);
