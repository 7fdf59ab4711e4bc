import { getNamedType, isInputObjectType, isInterfaceType, isObjectType, isUnionType, type GraphQLSchema } from "graphql/index.js";
import { changesBetween } from "./changes.ts";
import { deprecationsIn, removalIn, sixMonthsAfter } from "./deprecation.ts";

export interface Promised {
  /** The schema as it was last released. */
  readonly released: GraphQLSchema;
  /** The day on which each thing was released as to go. */
  readonly deprecatedOn: ReadonlyMap<string, string>;
}

/**
 * What of a schema breaks what front ends were promised, a line for each: something that is not there any more, or is otherwise,
 * unless a release had marked it as to go, six months or more before a quarter day that has come; and what is marked without such a day.
 */
export async function brokenPromises({ released, deprecatedOn }: Promised, schema: GraphQLSchema, today: string): Promise<string[]> {
  const gone = new Set(deprecationsIn(released).filter(({ path, reason }) => isOver(deprecatedOn.get(path), removalIn(reason), today)).map(({ path }) => path));
  const changes = (await changesBetween(released, schema)).filter(({ level }) => level === "BREAKING");
  const unwarned = changes.filter(({ path, words, isRemoval }) => !(isRemoval ? mayGo(released, schema, path, gone) : isLeftOf(released, schema, path, words, gone)));
  return [
    ...unwarned.map(({ path, words }) => `${path}: ${words} Front ends rely on it. Leave it as it was, add what is new beside it and mark the old one @deprecated(reason: "Use …. Removal on ${nextQuarterDay(sixMonthsAfter(today))}."); once that is released it may go on that day.`),
    ...undated(schema),
    ...hastened(released, schema),
  ];
}

function isOver(since: string | undefined, removal: string | null, today: string): boolean {
  return since !== undefined && removal !== null && sixMonthsAfter(since) <= removal && removal <= today;
}

/** Whether everybody who used it was warned: of it, or, where it is a type, of everything that led to it. */
function mayGo(released: GraphQLSchema, schema: GraphQLSchema, path: string, gone: ReadonlySet<string>, asked: ReadonlySet<string> = new Set()): boolean {
  const [owner = "", member] = path.split(".");
  // What a field takes goes with it.
  if (gone.has(path) || gone.has(`${owner}.${member}`)) return true;
  // Of a type that goes, all that it had goes with it.
  if (member !== undefined && schema.getType(owner) !== undefined) return false;
  const types = new Set([...asked, owner]);
  const ways = waysTo(released, owner).filter((way) => !types.has(way.split(".")[0] ?? ""));
  return ways.length > 0 && ways.every((way) => mayGo(released, schema, way, gone, types));
}

/** Every field and argument that takes or gives a type, by path. */
function waysTo(schema: GraphQLSchema, name: string): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isInputObjectType(type)) return Object.values(type.getFields()).filter((field) => getNamedType(field.type).name === name).map((field) => `${type.name}.${field.name}`);
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => [
      ...(getNamedType(field.type).name === name ? [`${type.name}.${field.name}`] : []),
      ...field.args.filter((arg) => getNamedType(arg.type).name === name).map((arg) => `${type.name}.${field.name}.${arg.name}`),
    ]);
  });
}

/** A union without a type that may go, which is no change of its own. */
function isLeftOf(released: GraphQLSchema, schema: GraphQLSchema, path: string, words: string, gone: ReadonlySet<string>): boolean {
  const union = released.getType(path);
  if (!isUnionType(union)) return false;
  const member = union.getTypes().find(({ name }) => words.startsWith(`Member \`${name}\``));
  return member !== undefined && schema.getType(member.name) === undefined && mayGo(released, schema, member.name, gone);
}

/** What is marked as to go without saying when, or what to use instead. */
function undated(schema: GraphQLSchema): string[] {
  return deprecationsIn(schema).filter(({ reason }) => removalIn(reason) === null).map(({ path, reason }) => `${path} is deprecated because “${reason}”. Say what to use instead, and the quarter day on which it goes, last: "Use …. Removal on 2027-07-01."`);
}

/** What is to go earlier than was promised. */
function hastened(released: GraphQLSchema, schema: GraphQLSchema): string[] {
  const promised = new Map(deprecationsIn(released).map(({ path, reason }) => [path, removalIn(reason)]));
  return deprecationsIn(schema).flatMap(({ path, reason }) => {
    const [before, now] = [promised.get(path) ?? null, removalIn(reason)];
    return before !== null && now !== null && now < before ? [`${path} was promised to stay until ${before}, and is now to go on ${now}.`] : [];
  });
}

/** What would be released as to go without its six months, a line for each. */
export function tooSoon({ deprecatedOn }: Promised, schema: GraphQLSchema, today: string): string[] {
  return deprecationsIn(schema).flatMap(({ path, reason }) => {
    const [since, removal] = [deprecatedOn.get(path) ?? today, removalIn(reason)];
    return removal !== null && removal < sixMonthsAfter(since) ? [`${path} is to go on ${removal}, less than six months behind ${since}: the first quarter day then is ${nextQuarterDay(sixMonthsAfter(since))}.`] : [];
  });
}

/** The first day of a quarter that is not before a day. */
export function nextQuarterDay(day: string): string {
  const year = Number(day.slice(0, 4));
  return [`${year}-01-01`, `${year}-04-01`, `${year}-07-01`, `${year}-10-01`, `${year + 1}-01-01`].find((quarter) => quarter >= day) ?? day;
}
