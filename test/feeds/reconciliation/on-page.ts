import { z } from "zod";
import { absentWords } from "../../../src/web/parts/absent-words.ts";
import { ratingWord } from "../../../src/web/words/ratings.ts";
import { timings } from "../../../src/web/words/timing.ts";
import { sectors } from "../../../src/web/words/words.ts";
import type { Window } from "../../web/browser.ts";
import { settled } from "../../web/settled.ts";
import type { Counts, Figures, Sum } from "./figures.ts";

/** What the pages say, in their words: of the overview each line, of readiness who has to wait. */
export interface OnPage {
  readonly timing: readonly string[];
  readonly ratings: readonly string[];
  readonly funding: readonly string[];
  readonly signatories: string;
  readonly bySector: readonly string[];
  readonly waiting: readonly string[];
}

const lines = z.array(z.string());

/** Reads it from the pages as they stand, as at the end of a day or now. */
export async function readOnPage({ page }: Pick<Window, "page">, url: string, day: string | null): Promise<OnPage> {
  const at = day === null ? "" : `?at=${day}`;
  await page.goto(`${url}/${at}`);
  await settled(page);
  const counts = async (caption: string): Promise<string[]> => lines.parse(await page.evaluate(`${TEXT} [...document.querySelectorAll("table")].filter((table) => table.caption?.textContent === ${JSON.stringify(caption)}).flatMap((table) => [...table.tBodies[0].rows].map((row) => text(row.cells[0]) + ": " + text(row.cells[1].querySelector(".wm-counts__number a")?.firstChild ?? row.cells[1].querySelector(".wm-counts__number"))))`));
  const facts = async (card: string): Promise<string[]> => lines.parse(await page.evaluate(`${TEXT} [...document.querySelectorAll(".wm-card")].filter((card) => text(card.querySelector("h2")) === ${JSON.stringify(card)}).flatMap((card) => [...card.querySelectorAll(".wm-facts__row")].map((row) => text(row.querySelector("dt")) + ": " + [...row.querySelectorAll("li, .wm-sum")].map(text).join("; ")))`));
  const overview = {
    timing: (await counts("Milestones by where they stand")).filter((line) => !line.endsWith(": 0")),
    ratings: await facts("Delivery confidence"),
    funding: (await facts("Funding")).filter((line) => !line.startsWith("Applied for") && !line.endsWith(": ")),
    signatories: z.string().parse(await page.evaluate(`${TEXT} text([...document.querySelectorAll(".wm-card")].find((card) => text(card.querySelector("h2")) === "Pledges").querySelector(".wm-card__aside"))`)),
    bySector: await counts("Signatories by sector"),
  };
  await page.goto(`${url}/readiness${at}`);
  await settled(page);
  const waiting = lines.parse(await page.evaluate(`${TEXT} [...document.querySelectorAll(".wm-section")].filter((section) => text(section.querySelector("h2")) !== "Nothing has to come first").flatMap((section) => [...section.querySelectorAll(".wm-card__title a")].map(text))`));
  return { ...overview, waiting: waiting.toSorted() };
}

/** What a part of a page says to whoever hears it read out: without the signs that only adorn its words. */
const TEXT = `const text = (node) => {
  const said = node?.cloneNode(true);
  said?.querySelectorAll?.("[aria-hidden]").forEach((sign) => sign.remove());
  return (said?.textContent ?? "").replaceAll(/\\s+/g, " ").trim();
};`;

/** What the pages have to say of these figures. */
export function saidOf(figures: Figures): OnPage {
  return {
    timing: Object.entries(timings).flatMap(([timing, { text }]) => (figures.timing[timing] === undefined ? [] : [`${text}: ${figures.timing[timing]}`])),
    ratings: [`Programmes: ${ratingsSaid(figures.ratings.programmes)}`, `Workstreams: ${ratingsSaid(figures.ratings.workstreams)}`, `Health integration teams: ${ratingsSaid(figures.ratings.teams)}`],
    funding: Object.entries(figures.funding).toSorted(([a], [b]) => (a === "" ? 1 : b === "" ? -1 : a < b ? -1 : 1)).map(([year, sum]) => `${year === "" ? "Year not determined" : year}: ${sumSaid(sum)}`),
    signatories: `${figures.signatories} ${figures.signatories === 1 ? "signatory" : "signatories"}`,
    bySector: Object.entries(figures.bySector).map(([sector, count]) => `${sectorSaid(sector)}: ${count}`),
    waiting: Object.keys(figures.waiting).toSorted(),
  };
}

function ratingsSaid(counts: Counts): string {
  return Object.entries(counts).map(([rating, count]) => `${count} ${ratingWord(rating === "NOT_RATED" ? null : rating).text}`).toSorted().join("; ");
}

const pounds = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP", minimumFractionDigits: 0 });

function sumSaid({ pence, known, unknown }: Sum): string {
  if (pence === null) return `Amount not known of ${awards(unknown)}`;
  return `${pounds.format(pence / 100)} known, from ${awards(known)}${unknown > 0 ? `; ${awards(unknown, "more award")} of unknown amount` : ""}`;
}

function awards(count: number, word = "award"): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

function sectorSaid(sector: string): string {
  const [known, absent] = [sectors, absentWords].map((words) => Object.entries<string>(words).find(([code]) => code === sector)?.[1]);
  return known ?? `Sector: ${absent?.toLowerCase() ?? sector}`;
}
