import { ArgsType, Field, ID, InputType, Int } from "type-graphql";

@InputType("CitationInput", { description: "Where what an act records is written: a source, and at most 15 of its words." })
export class CitationInput {
  @Field(() => ID, { description: "The source." })
  declare readonly source: string;

  @Field(() => ID, { nullable: true, description: "The record that it supports, where an act is done to several: one that it is done to, or a part of that. The one that answers unless given." })
  declare readonly record?: string | null;

  @Field(() => Int, { nullable: true, description: "The line of its text, from 1." })
  declare readonly line?: number | null;

  @Field(() => String, { nullable: true, description: "At most 15 words of it, word for word." })
  declare readonly quote?: string | null;

  @Field(() => String, { nullable: true, description: "The whole text of the source, in which the quote is looked up; it is not kept. Needed with a quote of a source whose sha256 is known: it has to be that very text." })
  declare readonly text?: string | null;

  @Field(() => [String], { nullable: true, description: "The fields of the record that it supports. None: the record as a whole." })
  declare readonly fields?: readonly string[] | null;
}

/** What every mutation takes beside what it is about. */
@ArgsType()
export class ActArgs {
  @Field(() => Boolean, { defaultValue: false, description: "Try it: the same answer, and nothing is written." })
  declare readonly dryRun: boolean;

  @Field(() => String, { nullable: true, description: "Why this is done, in words that stay in the history. Some acts have to have one." })
  declare readonly reason?: string | null;

  @Field(() => [CitationInput], { nullable: true, description: "Where what is recorded is written." })
  declare readonly citations?: readonly CitationInput[] | null;
}
