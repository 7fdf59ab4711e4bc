import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Permission } from "../../src/api/permission.ts";
import { roles } from "../../src/api/role.ts";
import { permissions } from "../../src/domain/partners/access/permissions.ts";
import { grouped } from "../../src/kernel/grouped.ts";
import { kebab } from "../../src/kernel/kebab.ts";
import { readSettings } from "../../src/server/config.ts";
import { limitSettings } from "../../src/server/limit-settings.ts";

const root = new URL("../../", import.meta.url);
const readme = readFileSync(new URL("README.md", root), "utf8");

/** The table of permissions as the README prints it: a row for the acts of one noun that the same roles may do, asked at the same place. */
function permissionTable(): string {
  const rights = Object.entries(permissions).filter(([, { by }]) => by.length > 0).map(([act, { by, at }]) => ({ noun: act.replace(/:.*/, "").replaceAll("-", " "), verb: act.replace(/.*:/, "").replaceAll("-", " "), who: `${roles.filter((role) => by.includes(role)).join(", ")}${where(at)}` }));
  const byNounAndWho = [...grouped(rights, ({ noun, who }) => `${noun}|${who}`).values()].map((same) => ({ noun: same[0]?.noun ?? "", who: same[0]?.who ?? "", verbs: same.map(({ verb }) => verb).join(", ") }));
  const rows = [...grouped(byNounAndWho, ({ verbs, who }) => `| ${verbs} | ${who} |`)].map(([rest, same]) => `| ${same.map(({ noun }) => noun).join(", ")} ${rest}`);
  return ["| of a | act | who |", "| --- | --- | --- |", ...rows].join("\n");
}

function where(at: Permission["at"]): string {
  return at === undefined ? "" : at === "EVERYTHING" ? " of everything" : ` of its ${at.map((type) => kebab(type).replaceAll("-", " ")).join(" or ")}`;
}

describe("the README", () => {
  it("prints the table of permissions: copy what was expected here to where it begins with “of a”", () => {
    expect(/^\| of a \|[^]*?(?=\n\n)/m.exec(readme)?.[0]).toBe(permissionTable());
  });

  it.each(Object.entries(limitSettings))("names %s with what it is unless given", (name, setting) => {
    expect(readme).toContain(`| \`${name}\` | \`${setting.parse(undefined)}\` |`);
  });

  it.each([["SMALL_NUMBER", readSettings({}).smallNumber], ["PAST_GRAPHS", readSettings({}).past.graphs], ["PAST_MEGABYTES", readSettings({}).past.megabytes]])("names %s with what it is unless given", (name, value) => {
    expect(readme).toContain(`| \`${name}\` | \`${value}\` |`);
  });

  it("names only files that are there", () => {
    const paths = [...readme.matchAll(/`((?:src|test)\/[\w./-]+)`|\]\(([\w./]+)\)/g)].map(([, code, link]) => code ?? link ?? "");
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !existsSync(new URL(path, root)) && !path.includes("lesson"))).toEqual([]);
  });
});
