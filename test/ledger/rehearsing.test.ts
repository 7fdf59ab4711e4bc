import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { refusal } from "../../src/kernel/problem.ts";
import { freshFile, openLedger, rowsAtHead } from "../support/ledger.ts";
import { Project, Task } from "../support/world.ts";
import { codesOf, given, valueOf } from "./contract/store.ts";

const importing = { name: "projects:import", actor: "ann", reason: "Only tried" };

/** What stands beside a ledger's file that is no part of it. */
const copiesBeside = (file: string): string[] => readdirSync(dirname(file)).filter((name) => name.includes(".trial-"));

describe("a long act that is only tried", () => {
  it("sees what stands and what it has done itself, lets others write meanwhile, and leaves nothing", async () => {
    const file = freshFile();
    const ledger = await openLedger({ file });
    const projectId = await given.project(ledger, { title: "House" });
    const titles = await ledger.rehearse(importing, async (series) => {
      series.piece((draft) => draft.create(Task, { title: "Roof", state: "OPEN", projectId }));
      expect(copiesBeside(file)).toHaveLength(1);
      // Whoever writes is answered before it goes on.
      await given.project(ledger, { title: "Hut" });
      return [...series.graph.run("select title from tasks", []), ...series.graph.run("select title from projects", [])];
    });
    expect(titles).toEqual([{ title: "Roof" }, { title: "House" }]);
    expect(rowsAtHead(ledger, "select title from projects union all select title from tasks")).toEqual([{ title: "House" }, { title: "Hut" }]);
    expect(copiesBeside(file)).toEqual([]);
    expect(ledger.verify()).toMatchObject({ sound: true, entries: 2 });
  });

  it("is begun while another is being written, and does not see that", async () => {
    const ledger = await openLedger();
    const written = ledger.series(importing, async (series) => {
      series.piece((draft) => draft.create(Project, { title: "Written" }));
      const seen = await ledger.rehearse(importing, async (trial) => Promise.resolve(trial.graph.run("select title from projects", [])));
      return { keep: true, value: seen };
    });
    expect(valueOf(await written)).toEqual([]);
    expect(rowsAtHead(ledger, "select title from projects")).toEqual([{ title: "Written" }]);
  });

  it("leaves nothing where it is refused, nor where the ledger is closed meanwhile", async () => {
    const file = freshFile();
    const ledger = await openLedger({ file });
    expect(await codesOf(ledger.rehearse(importing, () => { throw refusal("RULE", "No."); }))).toEqual(["RULE"]);
    expect(copiesBeside(file)).toEqual([]);
    const order: string[] = [];
    const closing: Promise<unknown>[] = [];
    expect(await ledger.rehearse(importing, async (series) => {
      closing.push(ledger.close().then(() => order.push("closed")));
      await pause(50);
      series.piece((draft) => draft.create(Project, { title: "Late" }));
      order.push("decided");
      return "tried";
    })).toBe("tried");
    await Promise.all(closing);
    expect(order).toEqual(["decided", "closed"]);
    expect(copiesBeside(file)).toEqual([]);
  });

  it("that was killed leaves a copy which goes when the ledger is opened again; one that goes on elsewhere keeps its own", async () => {
    const file = freshFile();
    await (await openLedger({ file })).close();
    const copyOf = (pid: number): string => {
      const folder = `${file}.trial-${pid}-abcdef`;
      mkdirSync(folder);
      writeFileSync(join(folder, "ledger.db"), "a copy");
      return folder;
    };
    const [killed, alive] = [copyOf(2 ** 22 + 1), copyOf(process.ppid)];
    await openLedger({ file });
    expect([existsSync(killed), existsSync(alive)]).toEqual([false, true]);
  });
});
