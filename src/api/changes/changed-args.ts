import { ArgsType, Field, ID, InputType } from "type-graphql";

/** Which changes are told, and behind what. */
export interface ChangedArgs {
  readonly filter?: { readonly types?: readonly string[] | null; readonly records?: readonly string[] | null } | null;
  readonly after?: string | null;
}

const made = new Map<object, () => object>();

/** The arguments of `changed`: one class for the same types of record. */
export function changedArgs(RecordTypeEnum: Readonly<Record<string, string>>): () => object {
  const known = made.get(RecordTypeEnum);
  if (known !== undefined) return known;

  @InputType("ChangedFilter", { description: "Which changes are told: those for which all of this holds." })
  class ChangedFilter {
    @Field(() => [RecordTypeEnum], { nullable: true, description: "Of records of these types." })
    declare readonly types?: readonly string[] | null;

    @Field(() => [ID], { nullable: true, description: "Of these records." })
    declare readonly records?: readonly string[] | null;
  }

  @ArgsType()
  class Changed implements ChangedArgs {
    @Field(() => ChangedFilter, { nullable: true, description: "Only changes for which all of this holds; all of them unless given." })
    declare readonly filter?: ChangedFilter | null;

    @Field(() => String, { nullable: true, description: "Behind this cursor, of a change that was told, of the feed, of a mutation or of the query cursor: what has been done since is told first. Only what is done from now on, unless given." })
    declare readonly after?: string | null;
  }

  const type = (): object => Changed;
  made.set(RecordTypeEnum, type);
  return type;
}
