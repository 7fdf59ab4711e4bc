import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { BESIDE, conceptOrder, LAYERS, offences, sourceFiles } from "./imports.ts";

const SRC = fileURLToPath(new URL("../../src/", import.meta.url));
const files = sourceFiles(SRC);
const order = conceptOrder(readFileSync(new URL("../../src/schema.ts", import.meta.url), "utf8"));

describe("what stands under src", () => {
  it("is the layers, and what is no part of the server's program", () => {
    expect(readdirSync(SRC).toSorted()).toEqual([...LAYERS, ...BESIDE].toSorted());
  });
});

describe("imports", () => {
  it("go one way, in no circle, and enter other concepts by their doors", () => {
    expect(offences(files, order)).toEqual([]);
  });

  it("are looked at in every file and every concept", () => {
    expect(files.length).toBeGreaterThan(100);
    const folders = new Set(files.flatMap(({ path }) => /^(domain\/.+)\/[^/]+$/.exec(path)?.[1] ?? []));
    expect([...folders].toSorted()).toEqual(order.toSorted());
  });

  it.each([
    ["a layer above", "kernel/day.ts", "ledger/seal.ts", "kernel/day.ts imports ledger/seal.ts, which stands above it"],
    ["what puts the rest together", "server/http.ts", "serve/tracker.ts", "server/http.ts imports serve/tracker.ts, which stands above it"],
    ["the list of concepts", "feeds/feed.ts", "schema.ts", "feeds/feed.ts imports schema.ts, which stands above it"],
    ["a command", "serve/tracker.ts", "command/example.ts", "serve/tracker.ts imports command/example.ts, which stands above it"],
    ["a later concept", "domain/delivery/programme/store.ts", "domain/delivery/milestone/table.ts", "a concept that points at it or comes later"],
    ["the inside of a concept", "domain/delivery/milestone/resolver.ts", "domain/delivery/workstream/resolver.ts", "enters domain/delivery/workstream by resolver.ts"],
    ["how a concept resolves its fields, by the overview too", "domain/overview/milestones.ts", "domain/delivery/milestone/resolver.ts", "enters domain/delivery/milestone by resolver.ts"],
    ["the acts of another concept", "domain/delivery/milestone/acts.ts", "domain/delivery/workstream/acts.ts", "enters domain/delivery/workstream by acts.ts"],
    ["how a concept decides, by the monthly update too", "domain/monthly-update/acts.ts", "domain/delivery/milestone/decisions.ts", "enters domain/delivery/milestone by decisions.ts"],
  ])("are refused to %s", (_, path, target, complaint) => {
    expect(offences([{ path, imports: [target] }], order).join()).toContain(complaint);
  });

  it.each([
    ["from the pages into the server", "web/milestones/page.tsx", "kernel/day.ts"],
    ["from the server into the pages", "server/pages/pages.ts", "web/addresses.ts"],
  ])("are refused %s", (_, path, target) => {
    expect(offences([{ path, imports: [target] }], order)).toEqual([`${path} imports ${target}: the pages and the server are two programs`]);
  });

  it("lead the monthly update to the acts of others", () => {
    expect(offences([{ path: "domain/monthly-update/acts.ts", imports: ["domain/delivery/milestone/acts.ts", "domain/delivery/milestone/act-inputs.ts"] }], order)).toEqual([]);
  });

  it("are refused in a circle", () => {
    const circle = [{ path: "kernel/a.ts", imports: ["kernel/b.ts"] }, { path: "kernel/b.ts", imports: ["kernel/a.ts"] }];
    expect(offences(circle, order)).toEqual(["a circle: kernel/a.ts → kernel/b.ts → kernel/a.ts"]);
  });
});
