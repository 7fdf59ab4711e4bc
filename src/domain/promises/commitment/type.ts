import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { commitmentMakers } from "./rules.ts";
import { commitmentEventKinds } from "./table.ts";

export const CommitmentEventKindEnum = enumOf("CommitmentEventKind", "What happened to a commitment.", commitmentEventKinds, {
  MADE: "It was made.",
  SECURED: "Somebody brought it about that it was made: see securedByHealthIntegrationTeam and securedByOrganisation.",
  PUBLISHED: "It was published.",
  RENEWED: "It was made again.",
  WITHDRAWN: "It was taken back.",
});

export const CommitmentMakerEnum = enumOf("CommitmentMaker", "Who made a commitment.", commitmentMakers, {
  ORGANISATION: "An organisation: see organisation.",
  GROUP: "A group: see group.",
  PLACE: "A source names a place and no body: see place.",
});

@ObjectType("Commitment", { implements: [RecordInterface], description: "What an organisation, a group, or a place whose body a source does not name has bound itself to, in public. A pledge that bodies sign one by one is a Pledge." })
export class CommitmentType extends RecordInterface {
  @Field(() => String, { description: "What was committed to, in our short words." })
  declare readonly statement: string;
}

@ObjectType("CommitmentEvent", { implements: [RecordInterface], description: "Something that happened to a commitment, with its date." })
export class CommitmentEventType extends RecordInterface {
  @Field(() => CommitmentEventKindEnum, { description: "What happened." })
  declare readonly kind: string;

  @Field(() => PartialDateType, { description: "When." })
  declare readonly date: PartialDateType;
}
