import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { groupKinds, groupStatuses } from "./table.ts";

export const GroupKindEnum = enumOf("GroupKind", "What a group is.", groupKinds, {
  BOARD: "A board that decides.",
  COMMITTEE: "A committee, of a council for instance.",
  SUB_GROUP: "A part of another group.",
  WORKING_GROUP: "A group that works something out.",
  TASK_AND_FINISH_GROUP: "A working group that ends when its task is done.",
  LEADERSHIP_TEAM: "Those who lead a HIT or a programme.",
  CHAMPION_NETWORK: "A network of champions: people who carry a practice into their own organisation or community.",
  AMBASSADOR_NETWORK: "A network of ambassadors: the same, where it is called so.",
  NETWORK: "Another network.",
  GROUP: "A group of which no source says more than that.",
});

export const GroupStatusEnum = enumOf("GroupStatus", "How far a group is.", groupStatuses, {
  PROPOSED: "Put forward, not yet agreed.",
  FORMING: "Agreed and being set up.",
  ACTIVE: "It meets or works.",
  ENDED: "It has ended.",
  NOT_REPORTED: "No source says.",
});

@ObjectType("Group", { implements: [RecordInterface], description: "People or bodies who meet for a purpose: a board, committee, working group or network. It is not an organisation and is not counted as one." })
export class GroupType extends RecordInterface {
  @Field(() => String, { description: "Its name." })
  declare readonly name: string;

  @Field(() => GroupKindEnum, { description: "What it is." })
  declare readonly kind: string;

  @Field(() => GroupStatusEnum, { description: "How far it is." })
  declare readonly status: string;

  @Field(() => String, { nullable: true, description: "What it is for, in our short words. Null where it is not known: see valueStatus." })
  declare readonly purpose: string | null;

  @Field(() => PartialDateType, { description: "Since when it has existed." })
  declare readonly since: PartialDateType;

  @Field(() => PartialDateType, { description: "The last day on which it existed. NOT_APPLICABLE: a source says that it goes on." })
  declare readonly until: PartialDateType;
}
