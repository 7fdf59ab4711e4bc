import { readFileSync } from "node:fs";
import { guides, guidesFolder, type GuideName } from "../../src/web/build/guides.ts";

/** A piece of code in a guide or in the README. */
export interface Block {
  /** Where it stands: `tables.md 1`. */
  readonly name: string;
  readonly language: string;
  readonly text: string;
}

/** A guide's own text. */
export function textOf(guide: GuideName): string {
  return readFileSync(new URL(`${guide}.md`, guidesFolder), "utf8");
}

export const readme = readFileSync(new URL("../../README.md", guidesFolder), "utf8");

/** Every piece of code in the guides and the README. */
export function blocks(): readonly Block[] {
  const files = [["README.md", readme] as const, ...guides.map((guide) => [`${guide}.md`, textOf(guide)] as const)];
  return files.flatMap(([file, text]) => [...text.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(([, language = "", code = ""], index) => ({ name: `${file} ${index + 1}`, language, text: code })));
}
