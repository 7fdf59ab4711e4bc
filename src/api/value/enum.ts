import { registerEnumType } from "type-graphql";

/** An enum of the schema for a closed list of words, with the meaning of each. */
export function enumOf<const Values extends readonly string[]>(
  name: string,
  description: string,
  values: Values,
  meanings: Readonly<Record<Values[number], string>>,
): Readonly<Record<string, string>> {
  const words: Readonly<Record<string, string>> = Object.fromEntries(values.map((value) => [value, value]));
  const valuesConfig = Object.fromEntries(Object.entries<string>(meanings).map(([value, meaning]) => [value, { description: meaning }]));
  registerEnumType(words, { name, description, valuesConfig });
  return words;
}
