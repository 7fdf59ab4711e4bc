import { Field, ObjectType } from "type-graphql";
import { DayScalar } from "../../api/value/scalars.ts";

@ObjectType("Overview", {
  description: "Where things stand in a system, at a place, in a programme, or everywhere, on a day, as far as the viewer may see it. Each figure is a count with the records that it counts, by the same condition, so that every number can be opened down to its sources. Counts and never percentages: nobody knows of how many. A record is in the scope where it belongs to the system, lies at the place or at one in it, or belongs to the programme, by itself or through what it is a part of; programmes under a programme are not in it. A section is worked out only when it is asked for.",
})
export class OverviewType {
  @Field(() => DayScalar, { description: "The day that it is about. What is recorded is read as at now, or as at the moment at which the operation reads: the day decides only what is computed for a day, such as timing, freshness and the age of a judgement." })
  declare readonly on: string;
}
