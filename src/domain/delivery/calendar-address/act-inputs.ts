import { Field, ID, InputType } from "type-graphql";

@InputType("CreateCalendarAddressInput", { description: "An address for a calendar program." })
export class CreateCalendarAddressInput {
  @Field(() => ID, { description: "What the calendar is of: a programme, a HIT, an organisation, or a group, as a board." })
  declare readonly about: string;

  @Field(() => String, { nullable: true, description: "Where it is used, as “Outlook at work”: whoever reads the list of addresses knows from it which one to revoke." })
  declare readonly name?: string | null;
}
