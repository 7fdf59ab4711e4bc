import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { programFile } from "../../src/kernel/program-file.ts";
import { freshFolder } from "../support/program.ts";

const FILES = ["main.js", "program.cjs", "program.compiled"];

/** The program as it is built, at another place. */
function installed(): { readonly folder: string; readonly file: (name: string) => string; readonly usage: () => string } {
  const folder = freshFolder();
  mkdirSync(join(folder, "dist"));
  for (const name of FILES) copyFileSync(programFile(`dist/${name}`), join(folder, "dist", name));
  copyFileSync(programFile("package.json"), join(folder, "package.json"));
  symlinkSync(programFile("node_modules"), join(folder, "node_modules"));
  const file = (name: string): string => join(folder, "dist", name);
  return { folder, file, usage: () => spawnSync(process.execPath, [file("main.js")], { encoding: "utf8" }).stderr };
}

/** Whether V8 takes what is kept for what it has compiled of the program, in a process that is started as the program is. */
function isTaken({ folder, file }: ReturnType<typeof installed>): boolean {
  const look = join(folder, "dist", "look.mjs");
  // It reads what is kept as the launcher does, and asks V8.
  writeFileSync(look, `import { Script } from "node:vm"; import { syncBuiltinESMExports } from "node:module"; import vm from "node:vm";
    vm.Script = class extends Script { constructor(text, options) { super(text, options); process.stderr.write(String(options.cachedData !== undefined && this.cachedDataRejected === false) + "\\n"); } };
    syncBuiltinESMExports(); await import(${JSON.stringify(file("main.js"))});`);
  return spawnSync(process.execPath, [look], { encoding: "utf8" }).stderr.startsWith("true\n");
}

describe("the program as it is built", () => {
  it("is not compiled again", () => {
    const program = installed();
    expect(isTaken(program)).toBe(true);
    expect(program.usage()).toContain("waymark serve           serves the graph");
  });

  it("is compiled by starting a server, whatever is set where it is built, of which nothing stays", () => {
    const program = installed();
    copyFileSync(programFile("dist/precompile.js"), program.file("precompile.js"));
    for (const part of ["drizzle", "src"]) symlinkSync(programFile(part), join(program.folder, part));
    rmSync(program.file("program.compiled"));
    const temporary = freshFolder();
    const build = (): ReturnType<typeof spawnSync> => spawnSync(process.execPath, [program.file("precompile.js")], { encoding: "utf8", env: { ...process.env, TMPDIR: temporary, LEDGER: "/nowhere/at/all.db", PORT: "no port", SMALL_NUMBER: "none" } });
    const built = build();
    expect([built.status, built.stderr, readdirSync(temporary)]).toEqual([0, "", []]);
    expect(isTaken(program)).toBe(true);
    // What is compiled already is left as it is.
    const before = statSync(program.file("program.compiled"));
    expect([build().status, statSync(program.file("program.compiled")).ino]).toEqual([0, before.ino]);
  });

  it("is as strict as its sources: what may not be changed is not, aloud", () => {
    const program = installed();
    const text = readFileSync(program.file("program.cjs"), "latin1");
    const told = text.replace("async function run(", "Object.freeze(commands).schema = null;\nasync function run(");
    expect(told).not.toBe(text);
    writeFileSync(program.file("program.cjs"), told, "latin1");
    expect(program.usage()).toContain("TypeError: Cannot assign to read only property 'schema'");
  });

  it("runs as it stands, whatever was compiled of another that is as long", () => {
    const program = installed();
    writeFileSync(program.file("program.cjs"), readFileSync(program.file("program.cjs"), "latin1").replaceAll("serves the graph;", "SERVES THE GRAPH;"), "latin1");
    expect(program.usage()).toContain("waymark serve           SERVES THE GRAPH");
    expect(isTaken(program)).toBe(false);
  });

  it.each([
    ["is gone", () => null],
    ["ends too soon", (whole: Buffer) => whole.subarray(0, 100_000)],
    ["is damaged", (whole: Buffer) => { whole.fill(0x55, 1_000_000, 1_001_000); return whole; }],
  ])("runs where what was compiled %s", (_, harm) => {
    const program = installed();
    const harmed = harm(readFileSync(program.file("program.compiled")));
    if (harmed === null) rmSync(program.file("program.compiled"));
    else writeFileSync(program.file("program.compiled"), harmed);
    expect(program.usage()).toContain("waymark serve           serves the graph");
    expect(isTaken(program)).toBe(false);
  });
});
