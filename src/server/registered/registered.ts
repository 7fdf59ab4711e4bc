import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { GraphQLError, parse, stripIgnoredCharacters, validate, type GraphQLSchema } from "graphql";
import { createHash } from "node:crypto";
import { z } from "zod";
import { StartError } from "../start/start-error.ts";

/** Which operations are answered, and whether the schema can be asked for. */
export interface OperationSettings {
  /** `OPERATIONS=registered`: those alone that front ends have registered. */
  readonly onlyRegistered: boolean;
  /** `OPERATION_LISTS`: the files in which front ends other than the built-in pages have. */
  readonly lists: readonly string[];
  /** `INTROSPECTION`: whoever may ask may ask for the schema. Off by default where only registered operations are answered. */
  readonly introspection: boolean;
}

/** What a front end sends: its name for people, and the text of each operation by its name. */
const list = z.object({ frontEnd: z.string(), operations: z.record(z.string(), z.string()) });

/** Operations that front ends have registered, however they are laid out, and by the hash of their text. */
export class Registered {
  private readonly texts = new Set<string>();
  private readonly byHash = new Map<string, string>();

  add(text: string): void {
    this.texts.add(text).add(stripIgnoredCharacters(text));
    this.byHash.set(createHash("sha256").update(text).digest("hex"), text);
  }

  has(text: string): boolean {
    return this.texts.has(text) || this.texts.has(bare(text));
  }

  withHash(hash: string): string | undefined {
    return this.byHash.get(hash);
  }
}

/** What cannot be read as GraphQL is registered by nobody. */
function bare(text: string): string {
  try {
    return stripIgnoredCharacters(text);
  } catch (error) {
    if (error instanceof GraphQLError) return "";
    throw error;
  }
}

/** The operations of the built-in pages and of these lists. Throws a StartError, which names the list and the operation, where one cannot be read or is not answered by the schema. */
export function registeredIn(pages: string, lists: readonly string[], schema: GraphQLSchema): Registered {
  const registered = new Registered();
  for (const { file, frontEnd, operations } of listsIn(pages, lists)) {
    for (const [name, text] of Object.entries(operations)) {
      const wrong = complaint(text, schema);
      if (wrong !== undefined) throw new StartError(`${file} registers an operation of ${frontEnd} that the schema does not answer: ${name}: ${wrong}`);
      registered.add(text);
    }
  }
  return registered;
}

/** The names of all operations that front ends have registered. */
export function namesIn(pages: string, lists: readonly string[]): ReadonlySet<string> {
  return new Set(listsIn(pages, lists).flatMap(({ operations }) => Object.keys(operations)));
}

function listsIn(pages: string, lists: readonly string[]): (z.output<typeof list> & { readonly file: string })[] {
  const own = join(pages, "operations.json");
  return (existsSync(own) ? [own, ...lists] : lists).map((file) => ({ file, ...readList(file) }));
}

function readList(file: string): z.output<typeof list> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new StartError(`OPERATION_LISTS names ${file}, which cannot be read.`, { cause: error });
  }
  try {
    return list.parse(JSON.parse(text));
  } catch (error) {
    throw new StartError(`OPERATION_LISTS names ${file}, which is no list of operations: it takes {"frontEnd": "…", "operations": {"Name": "query Name { … }"}}.`, { cause: error });
  }
}

function complaint(text: string, schema: GraphQLSchema): string | undefined {
  try {
    return validate(schema, parse(text))[0]?.message;
  } catch (error) {
    if (error instanceof GraphQLError) return error.message;
    throw error;
  }
}
