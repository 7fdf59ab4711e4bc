import { beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../../../src/server/http.ts";
import { holding, worldOver, type World } from "../../support/domain-world.ts";
import { bearerFor, imported, outcomes, type Imported } from "../../support/importing.ts";
import { ownLedger } from "../../support/ledger-file.ts";
import { serverOver } from "../../support/served.ts";

/** Days as a spreadsheet in Britain writes them: taken where whoever imports says so, and never guessed. */

let world: World;
let server: RunningServer;
let headers: { readonly authorization: string };

beforeAll(async () => {
  const own = await ownLedger("NOTHING");
  world = worldOver(own.ledger);
  await world.given.programme({ name: "Here" });
  [server, headers] = [await serverOver(own.ledger), await bearerFor(own.ledger, "OFFICE")];
  return async () => { await server.close(); await own.end(); };
});

const send = async (csv: string, query: string, more: Readonly<Record<string, string>> = {}): Promise<Imported> => imported(server.url, "milestones", csv, { query, headers: { ...headers, ...more } });

const DAY_FIRST = "?days=dd/mm/yyyy";

/** One milestone with this date, tried. */
const tried = async (column: string, cell: string, query: string): Promise<Imported> =>
  send(`programme,title,type,baseline,${column}\nHere,Tried,LAUNCH,not stated,${cell}\n`, `${query === "" ? "?" : `${query}&`}dryRun=true`);

interface Shown {
  readonly title: string;
  readonly saidNotDoneOn: string | null;
  readonly baseline: { readonly text: string; readonly plain: string; readonly precision: string };
  readonly forecast: { readonly text: string; readonly plain: string; readonly qualifier: string };
}

const milestone = async (title: string): Promise<Shown | undefined> =>
  (await world.ask<{ milestones: { nodes: Shown[] } }>(holding("OFFICE", null), "{ milestones(first: 50) { nodes { title saidNotDoneOn baseline { text plain precision } forecast { text plain qualifier } } } }")).milestones.nodes.find((one) => one.title === title);

const parts = (text: string, earliest: string): string => `programme,title,type,baseline_text,baseline_earliest,baseline_latest\nHere,Parts,LAUNCH,${text},${earliest},06/07/2024\n`;

describe("a day with the day first", () => {
  it("is read where it is said how days are written: in words, in ranges and in columns that take a day", async () => {
    const file = "reference,programme,title,type,baseline,forecast,status,said_not_done_on\nD-1,Here,Said,LAUNCH,05/07/2024,from 5/7/2024 to 12/08/2024 (estimated),NOT_MET,06/09/2024\n";
    expect(outcomes(await send(file, `${DAY_FIRST}&list=days`))).toEqual(["2 CREATED"]);
    expect(await milestone("Said")).toEqual({
      title: "Said", saidNotDoneOn: "2024-09-06",
      baseline: { text: "2024-07-05", plain: "5 July 2024", precision: "DAY" },
      forecast: { text: "from 2024-07-05 to 2024-08-12 (estimated)", plain: "5 July to 12 August 2024 (estimated)", qualifier: "ESTIMATED" },
    });
    expect(outcomes(await send(file, `${DAY_FIRST}&list=days`))).toEqual(["2 UNCHANGED"]);
    expect(outcomes(await send(file.replace("05/07/2024", "2024-07-05"), `${DAY_FIRST}&list=days`))).toEqual(["2 UNCHANGED"]);
  });

  it("stands in the parts of a date too, and has to say the same as its words", async () => {
    expect(outcomes(await send(parts("5 to 6 July 2024", "05/07/2024"), `${DAY_FIRST}&dryRun=true`))).toEqual(["2 CREATED"]);
    expect(outcomes(await send(parts("05/07/2024", "05/07/2024"), `${DAY_FIRST}&dryRun=true`))).toEqual(["2 REFUSED INVALID_DATE@baseline_text"]);
    expect(outcomes(await send(parts("5 to 6 July 2024", "31/06/2024"), `${DAY_FIRST}&dryRun=true`))).toEqual(["2 REFUSED INVALID_DAY@baseline_earliest"]);
  });

  it.each([
    ["forecast", "5 July 2024"], ["forecast", "2024-07-05"], ["forecast", "2022/23"], ["forecast", "April / May 2023"], ["forecast", "not stated"], ["said_not_done_on", "2024-07-05"],
  ])("leaves every other form of %s as it is: %s", async (column, cell) => {
    for (const query of ["", DAY_FIRST]) expect({ query, outcomes: outcomes(await tried(column, cell, query)) }).toEqual({ query, outcomes: ["2 CREATED"] });
  });

  it.each([
    ["forecast", "05/07/2024", "INVALID_DATE@forecast_text"],
    ["forecast", "from 05/07/2024", "INVALID_DATE@forecast_text"],
    ["forecast_earliest", "05/07/2024", "INVALID_DAY@forecast_earliest"],
    ["said_not_done_on", "05/07/2024", "INVALID_DAY@said_not_done_on"],
  ])("is refused where nobody says so, with how to say it: %s, %s", async (column, cell, problem) => {
    const answer = await tried(column, cell, "");
    expect(outcomes(answer)).toEqual([`2 REFUSED ${problem}`]);
    expect(answer.verdicts[0]?.problems[0]?.message).toBe(`“${cell}” does not say which is the day and which is the month. If days in this file begin with the day, say so: on the page, or by days=dd/mm/yyyy in the address, or by --days dd/mm/yyyy from the command line. Otherwise write it as 2024-07-05.`);
    expect(answer.summary).toMatchObject({ written: false, dryRun: true, refused: 1 });
  });

  it.each([
    ["forecast", "31/02/2024", "INVALID_DATE@forecast_text", "“31/02/2024” is not a day in the calendar. Days in this file are said to be written as dd/mm/yyyy"],
    ["forecast", "07/25/2024", "INVALID_DATE@forecast_text", "dd/mm/yyyy"],
    ["forecast", "05/07/2024 to 31/06/2024", "INVALID_DATE@forecast_text", "“31/06/2024”"],
    ["said_not_done_on", "29/02/2023", "INVALID_DAY@said_not_done_on", "“29/02/2023” is not a day in the calendar"],
    ["forecast", "05/07/24", "INVALID_DATE@forecast_text", "“05/07/24” cannot be read as a date"],
    ["forecast", "12/08/2024 to 05/07/2024", "INVALID_DATE@forecast_text", "“12/08/2024 to 05/07/2024” cannot be read as a date"],
  ])("is refused where it is in no calendar, or says no date: %s, %s", async (column, cell, problem, says) => {
    const answer = await tried(column, cell, DAY_FIRST);
    expect(outcomes(answer)).toEqual([`2 REFUSED ${problem}`]);
    expect(answer.verdicts[0]?.problems[0]?.message).toContain(says);
  });

  it("has one form that it can be said to have", async () => {
    const answer = await tried("forecast", "07/05/2024", "?days=mm/dd/yyyy");
    expect(answer).toMatchObject({ status: 400, refused: { code: "INVALID_PARAMETER", message: "days is “mm/dd/yyyy”. It takes dd/mm/yyyy." } });
  });

  it("is another import than the same file without it, under the same key", async () => {
    const file = "programme,title,type,baseline\nHere,Keyed,LAUNCH,2024-07-05\n";
    const key = { "idempotency-key": "how-days-are-written" };
    expect(await send(file, "", key)).toMatchObject({ summary: { written: true } });
    expect(await send(file, "", key)).toMatchObject({ summary: { isRepeat: true } });
    expect(await send(file, DAY_FIRST, key)).toMatchObject({ status: 400, refused: { code: "KEY_REUSED" } });
  });
});
