import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Permission } from "../../src/api/access/permission.ts";
import { roles } from "../../src/api/access/role.ts";
import { permissions } from "../../src/domain/partners/access/permissions.ts";
import { grouped } from "../../src/kernel/grouped.ts";
import { kebab } from "../../src/kernel/kebab.ts";
import { readSettings } from "../../src/server/settings/config.ts";
import { limitSettings } from "../../src/server/settings/limit-settings.ts";
import { guides, guidesFolder } from "../../src/web/build/guides.ts";
import { readme, textOf } from "../guides/blocks.ts";

const root = new URL("../../", import.meta.url);

/** Each text, and the folder that its links lead from. */
const texts: readonly (readonly [file: string, text: string, folder: URL])[] = [["README.md", readme, root], ...guides.map((guide) => [`${guide}.md`, textOf(guide), guidesFolder] as const)];

/** The table of permissions as the README prints it: a row for the acts of one noun that the same roles may do, asked at the same place. */
function permissionTable(): string {
  const rights = Object.entries(permissions).filter(([, { by, own }]) => by.length > 0 || own !== undefined).map(([act, permission]) => ({ noun: act.replace(/:.*/, "").replaceAll("-", " "), verb: act.replace(/.*:/, "").replaceAll("-", " "), who: whoIn(permission) }));
  const byNounAndWho = [...grouped(rights, ({ noun, who }) => `${noun}|${who}`).values()].map((same) => ({ noun: same[0]?.noun ?? "", who: same[0]?.who ?? "", verbs: same.map(({ verb }) => verb).join(", ") }));
  const rows = [...grouped(byNounAndWho, ({ verbs, who }) => `| ${verbs} | ${who} |`)].map(([rest, same]) => `| ${same.map(({ noun }) => noun).join(", ")} ${rest}`);
  return ["| of a | act | who |", "| --- | --- | --- |", ...rows].join("\n");
}

function whoIn({ by, at, own }: Permission): string {
  const held = by === "SIGNED_IN" ? "whoever signed in" : `${roles.filter((role) => by.includes(role)).join(", ")}${where(at)}`;
  return [held, ...(own === undefined ? [] : ["whoever it belongs to"])].filter((who) => who !== "").join(", or ");
}

function where(at: Permission["at"]): string {
  return at === undefined ? "" : at === "EVERYTHING" ? " of everything" : ` of its ${at.map((type) => kebab(type).replaceAll("-", " ")).join(" or ")}`;
}

describe("the README and the guides", () => {
  it("list every command there is, and none besides; a part of one stands with it or by itself", () => {
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(readFileSync(new URL("package.json", root), "utf8")));
    const table = /^\| command \|[^]*?(?=\n\n)/m.exec(readme)?.[0] ?? "";
    const told = new Set([...table.matchAll(/`(?:npm (?:run )?)?([a-z:-]+)`/g)].map(([, name = ""]) => name));
    const isPartOf = (name: string, whole: string): boolean => name.startsWith(`${whole}:`) && (scripts[whole] ?? "").includes(name);
    expect(Object.keys(scripts).filter((name) => !told.has(name) && ![...told].some((whole) => isPartOf(name, whole)))).toEqual([]);
    const named = [...texts.flatMap(([, text]) => [...text.matchAll(/npm run (?:--silent )?([a-z][a-z:-]*)/g)].map(([, name = ""]) => name)), ...[...table.matchAll(/`([a-z]+:[a-z-]+)`/g)].map(([, name = ""]) => name)];
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it("are all served, and each led to", () => {
    expect(readdirSync(guidesFolder).toSorted()).toEqual(guides.map((guide) => `${guide}.md`).toSorted());
    expect(guides.filter((guide) => !readme.includes(`(src/guides/${guide}.md)`))).toEqual([]);
  });

  it("print the table of permissions: copy what was expected here to where it begins with “of a”", () => {
    expect(/^\| of a \|[^]*?(?=\n\n)/m.exec(textOf("access"))?.[0]).toBe(permissionTable());
  });

  it.each(Object.entries(limitSettings))("name %s with what it is unless given", (name, setting) => {
    expect(textOf("settings")).toContain(`| \`${name}\` | \`${setting.parse(undefined)}\` |`);
  });

  it.each([["SMALL_NUMBER", readSettings({}).smallNumber], ["PAST_GRAPHS", readSettings({}).past.graphs], ["PAST_MEGABYTES", readSettings({}).past.megabytes]])("name %s with what it is unless given", (name, value) => {
    expect(textOf("settings")).toContain(`| \`${name}\` | \`${value}\` |`);
  });

  it.each(texts)("name only files that are there: %s", (_, text, folder) => {
    const named = [...text.matchAll(/`((?:src|test)\/[\w./-]+)`/g)].map(([, path = ""]) => new URL(path, root));
    const linked = [...text.matchAll(/\]\(([\w./-]+)\)/g)].map(([, path = ""]) => new URL(path, folder));
    expect([...named, ...linked].filter((path) => !existsSync(path) && !path.pathname.includes("lesson")).map(({ pathname }) => pathname)).toEqual([]);
  });
});
