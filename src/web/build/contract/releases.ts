import { readFileSync, writeFileSync } from "node:fs";
import { buildASTSchema, buildSchema, parse, print, visit, type GraphQLSchema } from "graphql/index.js";
import { z } from "zod";

/** What front ends were promised: the schema as it was last released, without its descriptions. */
export const releasedFile = new URL("released.graphql", import.meta.url);
const releasesFile = new URL("releases.json", import.meta.url);
const schemaFile = new URL("../../../../schema.graphql", import.meta.url);

const change = z.object({ level: z.enum(["BREAKING", "DANGEROUS", "SAFE"]), path: z.string(), words: z.string(), isRemoval: z.boolean() });

const release = z.object({
  /** The day of it. */
  on: z.iso.date(),
  version: z.string(),
  /** What it marked as to go, by path: those six months begin on its day. */
  deprecated: z.array(z.string()),
  changes: z.array(change),
});

/** A schema that front ends may rely on from its day. */
export type Release = z.output<typeof release>;

/** Every release, the last first. */
export function releases(): Release[] {
  return z.array(release).min(1).parse(JSON.parse(readFileSync(releasesFile, "utf8")));
}

export function releasedSchema(): GraphQLSchema {
  return buildSchema(readFileSync(releasedFile, "utf8"), { assumeValidSDL: true });
}

/** The schema as it is now. */
export function currentText(): string {
  return readFileSync(schemaFile, "utf8");
}

export function currentSchema(): GraphQLSchema {
  return buildSchema(currentText(), { assumeValidSDL: true });
}

/** Keeps a schema as what is promised from now on. */
export function keepRelease(text: string, all: readonly Release[]): void {
  writeFileSync(releasedFile, withoutDescriptions(text));
  writeFileSync(releasesFile, `${JSON.stringify(all, null, 1)}\n`);
}

/** A schema's text without the descriptions: what they say may be said better at any time. */
export function withoutDescriptions(text: string): string {
  const document = visit(parse(text, { noLocation: true }), { enter: (node) => ("description" in node && node.description !== undefined ? { ...node, description: undefined } : undefined) });
  // What could not be read again is not kept.
  buildASTSchema(document, { assumeValidSDL: true });
  return `${print(document)}\n`;
}

/** On which day something was first released as to go; undefined where it never was. */
export function deprecatedOn(all: readonly Release[]): ReadonlyMap<string, string> {
  return new Map(all.flatMap(({ on, deprecated }) => deprecated.map((path): [string, string] => [path, on])));
}
