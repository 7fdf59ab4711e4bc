import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isInterfaceType, isObjectType, type GraphQLSchema } from "graphql";

/** Where a field of the schema is written: a newcomer knows it by its name in GraphQL, `Workstream.milestones`. */

/** A class that declares or resolves fields of a type, or of the whole schema's three roots. */
interface Declaring {
  /** The type's name, or how it ends where the class is made for several: Connection. Null for a class that only resolves. */
  readonly declares: { readonly name: string; readonly isEnding: boolean } | null;
  /** The class whose fields it resolves. */
  readonly resolves: string | null;
  readonly name: string;
  readonly parent: string | null;
  readonly members: Member[];
}

interface Member {
  readonly root: string | null;
  readonly field: string;
  readonly isResolver: boolean;
  readonly place: string;
}

/** Says of every field of a schema where in these sources it is written; null where that cannot be found. */
export function placesIn(root: string, schema: GraphQLSchema): (path: string) => string | null {
  const classes = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.startsWith("web/"))
    .toSorted()
    .flatMap((path) => classesIn(path, readFileSync(join(root, path), "utf8")));
  return (path) => {
    const [type = "", field = ""] = path.split(".");
    const found = namesOf(schema, type).flatMap((name) => membersFor(classes, name)).filter((member) => member.root === null);
    const own = found.filter((member) => member.field === field);
    const atRoot = classes.flatMap(({ members }) => members).filter((member) => member.root === type && member.field === field);
    // What resolves a field says more than what declares it.
    return [...atRoot, ...own.filter(({ isResolver }) => isResolver), ...own, ...found.filter((member) => member.field === ANY)][0]?.place ?? null;
  };
}

/** A type, and the interfaces from which it has fields. */
function namesOf(schema: GraphQLSchema, type: string): readonly string[] {
  const known = schema.getType(type);
  return [type, ...(isObjectType(known) || isInterfaceType(known) ? known.getInterfaces().map(({ name }) => name) : [])];
}

function membersFor(classes: readonly Declaring[], type: string): readonly Member[] {
  const declared = classes.filter(({ declares }) => declares !== null && !declares.isEnding && declares.name === type);
  const made = classes.filter(({ declares }) => declares?.isEnding === true && type.endsWith(declares.name));
  return (declared.length > 0 ? declared : made).flatMap((each) => [...resolversOf(classes, each.name), ...each.members, ...inherited(classes, each)]);
}

function resolversOf(classes: readonly Declaring[], name: string): readonly Member[] {
  return classes.filter(({ resolves }) => resolves === name).flatMap(({ members }) => members);
}

function inherited(classes: readonly Declaring[], { parent }: Declaring): readonly Member[] {
  return classes.filter(({ name, resolves }) => name === parent && resolves === null).flatMap((each) => [...resolversOf(classes, each.name), ...each.members, ...inherited(classes, each)]);
}

/** The field of a class that is made for several types, and called otherwise in each. */
const ANY = "*";

const DECLARES = /@(?:ObjectType|InterfaceType)\((?:"(\w+)"|`\$\{\w+\}(\w+)`)/;
const CLASS = /^\s*(?:export )?(?:abstract )?class (\w+)(?: extends (?:\w+\.)*(\w+))?/;
const MEMBER = /^(\s+)@(Field|FieldResolver|Query|Mutation|Subscription)\(/;

function classesIn(path: string, text: string): Declaring[] {
  const lines = text.split("\n");
  const classes: Declaring[] = [];
  let declares: Declaring["declares"] = null;
  let resolves: string | null = null;
  for (const [index, line] of lines.entries()) {
    const [, exact, ending] = DECLARES.exec(line) ?? [];
    if (exact !== undefined || ending !== undefined) declares = { name: exact ?? ending ?? "", isEnding: exact === undefined };
    resolves = /@Resolver\(\(\) => (\w+)/.exec(line)?.[1] ?? resolves;
    const [, name, parent = null] = CLASS.exec(line) ?? [];
    if (name !== undefined) {
      classes.push({ declares, resolves, name, parent, members: [] });
      [declares, resolves] = [null, null];
    }
    const member = memberAt(path, lines, index) ?? addedAt(path, line, index);
    if (member !== null && classes.length === 0) classes.push({ declares: null, resolves: null, name: "", parent: null, members: [] });
    if (member !== null) classes.at(-1)?.members.push(member);
  }
  return classes;
}

/** A field that is added to a class, or to the mutations, without a decorator. */
function addedAt(path: string, line: string, index: number): Member | null {
  const place = `src/${path}:${index + 1}`;
  const [, added, mutation] = /\.prototype, "(\w+)"|^\s+(\w+): field[<(]/.exec(line) ?? [];
  if (mutation !== undefined) return { root: "Mutation", field: mutation, isResolver: true, place };
  return added === undefined ? null : { root: null, field: added, isResolver: false, place };
}

/** The field that a decorator on this line is about: the first name behind it that stands as far to the right. */
function memberAt(path: string, lines: readonly string[], index: number): Member | null {
  const [, indent = "", decorator = ""] = MEMBER.exec(lines[index] ?? "") ?? [];
  if (decorator === "") return null;
  const below = lines.findIndex((line, at) => at > index && line.startsWith(indent) && /^(?:declare |readonly |async |static )*\w+[!?]?[(:<]/.test(line.slice(indent.length)));
  const name = /^(?:declare |readonly |async |static )*(\w+)/.exec((lines[below] ?? "").slice(indent.length))?.[1] ?? "";
  const said = /[{,] name: (?:"(\w+)"|\w+)/.exec(lines.slice(index, below).join("\n"));
  const root = decorator === "Field" || decorator === "FieldResolver" ? null : decorator;
  return { root, field: said === null ? name : (said[1] ?? ANY), isResolver: decorator === "FieldResolver", place: `src/${path}:${below + 1}` };
}
