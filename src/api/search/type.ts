import { Field, ObjectType } from "type-graphql";
import type { RecordKind } from "../../ledger/concept.ts";
import { connectionOf } from "../list/connection.ts";
import { enumOf } from "../value/enum.ts";
import { typeWord } from "../value/type-word.ts";
import { searchMatches } from "./match.ts";

const SearchMatchEnum = enumOf("SearchMatch", "How a record was found, the surest first. Capital letters and accents never matter.", searchMatches, {
  IDENTIFIER: "What was typed is an identifier of it.",
  EXACT: "What was typed is a name of it.",
  PREFIX: "A name or an identifier of it begins so.",
  WORDS: "Each word that was typed is, or begins, a word of one of its names.",
  FUZZY: "The same, with one or two wrong letters in a word.",
});

@ObjectType("SearchHit", { description: "A record that was found, and the text by which: a name, title or identifier, its own or one that another record holds for it." })
export class SearchHitType {
  @Field(() => SearchMatchEnum, { description: "How it was found." })
  declare readonly match: string;

  @Field(() => String, { description: "The text by which it was found; of an identifier, its list and its value." })
  declare readonly matchedText: string;

  @Field(() => String, { description: "The field that holds this text, in matchedIn." })
  declare readonly matchedField: string;
}

export const SearchHitConnection = connectionOf("SearchHit", () => SearchHitType);

/** The enum of the types that can be looked for. */
export function searchTypeEnum(kinds: readonly RecordKind[]): Readonly<Record<string, string>> {
  const values = kinds.map(typeWord);
  const meanings = Object.fromEntries(kinds.map((kind) => [typeWord(kind), `Records of the type ${kind.type}.`]));
  return enumOf("SearchType", "A type of record that can be looked for by name, title or identifier.", values, meanings);
}
