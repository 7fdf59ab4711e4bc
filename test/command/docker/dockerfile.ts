/** One instruction of a Dockerfile, its lines joined. */
export interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** A part of a Dockerfile that begins from an image. */
export interface Stage {
  readonly name: string | null;
  readonly instructions: readonly Instruction[];
}

/** The stages of a Dockerfile, in order. */
export function stagesIn(text: string): readonly Stage[] {
  const lines = text.replaceAll(/\\\n\s*/g, " ").split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const stages: { name: string | null; instructions: Instruction[] }[] = [];
  for (const line of lines) {
    const [, name = "", rest = ""] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    if (name === "") throw new Error(`This is no instruction: ${line}`);
    if (name === "FROM") stages.push({ name: / AS (\w+)$/i.exec(rest)?.[1] ?? null, instructions: [] });
    else stages.at(-1)?.instructions.push({ name, rest });
  }
  return stages;
}

/** What an instruction of a stage says last; empty where there is none. */
export function lastOf({ instructions }: Stage, name: string): string {
  return instructions.findLast((instruction) => instruction.name === name)?.rest ?? "";
}

/** `ENV A=b C=d` as what a program finds in its environment. */
export function environmentOf({ instructions }: Stage): Readonly<Record<string, string>> {
  return Object.fromEntries(instructions.filter(({ name }) => name === "ENV").flatMap(({ rest }) => rest.split(" ").map((pair) => pair.split("=", 2))).map(([name = "", value = ""]) => [name, value]));
}
