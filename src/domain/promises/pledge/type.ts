import { Field, Int, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { BasisEnum } from "../../partners/organisation/type.ts";
import { signatoryKinds, signingAuthorities, wordingDifferences } from "./table.ts";

export const SignatoryKindEnum = enumOf("SignatoryKind", "What signs a pledge.", signatoryKinds, {
  ORGANISATION: "An organisation.",
  SERVICE: "A service, which is a unit of an organisation or stands alone.",
  BOARD: "A board, as a strategic one.",
  GROUP: "A group.",
});

export const SigningAuthorityEnum = enumOf("SigningAuthority", "With what authority somebody signs for a body.", signingAuthorities, {
  LEADER: "As its leader: a chief executive, the chair of a board.",
  AUTHORISED_REPRESENTATIVE: "Authorised to sign for it.",
});

export const WordingDifferenceEnum = enumOf("WordingDifference", "How the wording of a commitment differs from that in another version.", wordingDifferences, {
  IDENTICAL: "Not at all.",
  SPACING: "By a space only.",
  PUNCTUATION: "By punctuation only.",
  ABBREVIATION: "One has an abbreviation where the other has the name in full.",
  REWORDED: "In its words.",
});

@ObjectType("Pledge", { implements: [RecordInterface], description: "A text that bodies sign one by one, each with actions of its own. Its texts are its versions: two wordings of one pledge stand side by side." })
export class PledgeType extends RecordInterface {
  @Field(() => String, { description: "Its title." })
  declare readonly title: string;

  @Field(() => String, { nullable: true, description: "What it is for, in our short words. Null where no source says: see valueStatus." })
  declare readonly purpose: string | null;
}

@ObjectType("PledgeVersion", { implements: [RecordInterface], description: "One text of a pledge, as one source has it. The tracker holds short wordings of its parts and where it can be read, never the text itself. Null: the source does not say, see valueStatus." })
export class PledgeVersionType extends RecordInterface {
  @Field(() => String, { description: "What we call it, by where it stands." })
  declare readonly name: string;

  @Field(() => PartialDateType, { description: "When it was published." })
  declare readonly published: PartialDateType;

  @Field(() => String, { nullable: true, description: "Where it can be read, where that is not its source's address." })
  declare readonly address: string | null;

  @Field(() => String, { nullable: true, description: "Which bodies may sign, in our short words: see eligibilities, kind by kind." })
  declare readonly eligibility: string | null;

  @Field(() => String, { nullable: true, description: "Who signs for them, in our short words: see signers, one by one." })
  declare readonly signing: string | null;

  @Field(() => Int, { nullable: true, description: "How many commitments it says that it has." })
  declare readonly commitmentCount: number | null;

  @Field(() => Int, { nullable: true, description: "How many actions it asks a signatory to name." })
  declare readonly actionCount: number | null;

  @Field(() => Int, { nullable: true, description: "Within how many months of signing they are to be done." })
  declare readonly actionMonths: number | null;

  @Field(() => Boolean, { nullable: true, description: "Whether an action may go on with work that is already being done." })
  declare readonly continuingAllowed: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Whether an action may be work that is still to be developed." })
  declare readonly newAllowed: boolean | null;

  @Field(() => [String], { description: "What the choice of actions may depend on. Empty where it does not say." })
  declare readonly actionsVaryWith: readonly string[];
}

@ObjectType("PledgeEligibility", { implements: [RecordInterface], description: "A kind of body that a version lets sign." })
export class PledgeEligibilityType extends RecordInterface {
  @Field(() => SignatoryKindEnum, { description: "The kind of body." })
  declare readonly signatoryKind: string;
}

@ObjectType("PledgeSigner", { implements: [RecordInterface], description: "Somebody whom a version lets sign for a body." })
export class PledgeSignerType extends RecordInterface {
  @Field(() => SigningAuthorityEnum, { description: "With what authority." })
  declare readonly authority: string;

  @Field(() => [String], { description: "Examples that it gives. Empty where it gives none." })
  declare readonly examples: readonly string[];
}

@ObjectType("PledgeCommitment", { implements: [RecordInterface], description: "One of the commitments in a version of a pledge." })
export class PledgeCommitmentType extends RecordInterface {
  @Field(() => Int, { description: "Its number in the version, from 1." })
  declare readonly number: number;

  @Field(() => BasisEnum, { description: "Whether the version numbers it so (STATED), or we took the number from where it stands (INFERRED)." })
  declare readonly numberBasis: string;

  @Field(() => String, { description: "What it says, in our short words. Its own words are read at the source; provenance quotes some of them." })
  declare readonly wording: string;

  @Field(() => [String], { description: "What it is about, in a few words each." })
  declare readonly topics: readonly string[];
}

@ObjectType("PledgeDifference", { implements: [RecordInterface], description: "How the wording of one commitment compares with that of the same one in another version." })
export class PledgeDifferenceType extends RecordInterface {
  @Field(() => WordingDifferenceEnum, { description: "How they differ." })
  declare readonly kind: string;

  @Field(() => String, { nullable: true, description: "What differs, in our short words. Null where nothing does." })
  declare readonly note: string | null;
}

@ObjectType("ExampleAction", { implements: [RecordInterface], description: "An action that a version of a pledge gives as an example." })
export class ExampleActionType extends RecordInterface {
  @Field(() => Int, { description: "Where it stands among the examples, from 1." })
  declare readonly position: number;

  @Field(() => String, { description: "The action, in our short words." })
  declare readonly wording: string;
}
