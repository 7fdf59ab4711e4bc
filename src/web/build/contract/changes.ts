import { CriticalityLevel, diff, type Change as Found } from "@graphql-inspector/core";
import { isInputObjectType, type GraphQLSchema } from "graphql/index.js";
import { deprecationsIn } from "./deprecation.ts";

/** What a change means for whoever asks: a BREAKING one makes an operation fail that was answered, a DANGEROUS one may surprise a program, and the others do neither. */
export type Level = "BREAKING" | "DANGEROUS" | "SAFE";

/** One change of the schema, in words. */
export interface SchemaChange {
  readonly level: Level;
  /** Of what was changed: `Milestone.due`. */
  readonly path: string;
  readonly words: string;
  /** Whether something was taken away, which whoever was warned can bear; what means something else now they cannot. */
  readonly isRemoval: boolean;
}

const REMOVALS = new Set(["FIELD_REMOVED", "FIELD_ARGUMENT_REMOVED", "ENUM_VALUE_REMOVED", "INPUT_FIELD_REMOVED", "TYPE_REMOVED"]);

/** What became of a schema, the worst first, without what its descriptions say. */
export async function changesBetween(before: GraphQLSchema, after: GraphQLSchema): Promise<SchemaChange[]> {
  const deprecated = new Map(deprecationsIn(after).map(({ path, reason }) => [path, reason]));
  const found = (await diff(before, after)).filter((change) => !/DESCRIPTION|^DIRECTIVE_USAGE/.test(String(change.type))).map((change) => said(change, deprecated));
  return [...found, ...narrowed(before, after)].toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || compare(a.path, b.path) || compare(a.words, b.words));
}

const LEVELS: readonly Level[] = ["BREAKING", "DANGEROUS", "SAFE"];

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

const levelOf: Readonly<Record<CriticalityLevel, Level>> = { [CriticalityLevel.Breaking]: "BREAKING", [CriticalityLevel.Dangerous]: "DANGEROUS", [CriticalityLevel.NonBreaking]: "SAFE" };

function said(change: Found, deprecated: ReadonlyMap<string, string>): SchemaChange {
  const { path = "", message, criticality } = change;
  const type = String(change.type);
  const at = path.replace(/\.@deprecated$/, "");
  const reason = type.includes("DEPRECATION") ? deprecated.get(at) : undefined;
  return { level: levelOf[criticality.level], path: at, words: `${message.replaceAll(/'([^']*)'/g, "`$1`")}.${reason === undefined ? "" : ` ${reason}`}`, isRemoval: REMOVALS.has(type) };
}

/** Inputs of which only one field is taken now, where several were. */
function narrowed(before: GraphQLSchema, after: GraphQLSchema): SchemaChange[] {
  return Object.values(after.getTypeMap()).filter(isInputObjectType).flatMap((input): SchemaChange[] => {
    const old = before.getType(input.name);
    if (!isInputObjectType(old) || old.isOneOf || !input.isOneOf) return [];
    return [{ level: "BREAKING", path: input.name, words: `Input object type \`${input.name}\` takes one of its fields only.`, isRemoval: false }];
  });
}
