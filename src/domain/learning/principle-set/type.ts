import { Field, Int, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { BasisEnum } from "../../partners/organisation/type.ts";
import { principleKinds } from "./table.ts";

export const PrincipleKindEnum = enumOf("PrincipleKind", "What a statement of a set is.", principleKinds, {
  PRINCIPLE: "What to keep to.",
  DEFINITION: "What a word means.",
  PART: "A part of such a definition.",
  EXPLANATION: "What explains another statement.",
  AIM: "What another statement aims for.",
  LIMIT: "What it is not.",
});

@ObjectType("PrincipleSet", { implements: [RecordInterface], description: "Principles, or a definition in its parts, that somebody works by. Each edition is a set of its own." })
export class PrincipleSetType extends RecordInterface {
  @Field(() => String, { description: "Its name; our short description where it has none." })
  declare readonly name: string;

  @Field(() => String, { nullable: true, description: "Which edition it is, in its own words. Null where no source says: see valueStatus." })
  declare readonly edition: string | null;

  @Field(() => PartialDateType, { description: "When its owner took it on." })
  declare readonly adopted: PartialDateType;
}

@ObjectType("Principle", { implements: [RecordInterface], description: "One statement of a set." })
export class PrincipleType extends RecordInterface {
  @Field(() => Int, { description: "Its place in the set, from 1." })
  declare readonly position: number;

  @Field(() => BasisEnum, { description: "STATED: the document numbers it so. INFERRED: the order was taken from where it stands." })
  declare readonly positionBasis: string;

  @Field(() => PrincipleKindEnum, { description: "What it is." })
  declare readonly kind: string;

  @Field(() => String, { description: "What it says, in a short wording of ours: the words of the document are at its address." })
  declare readonly statement: string;
}
