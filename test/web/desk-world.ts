import type { Page } from "playwright-core";
import { londonDay } from "../../src/kernel/day.ts";
import { readQuantity } from "../../src/kernel/read-quantity.ts";
import { worldOver, type World } from "../support/domain-world.ts";
import { deliveryOf, type DeliveryMakers } from "../support/given-delivery.ts";
import type { TestBrowser, Window } from "./browser.ts";
import { open } from "./settled.ts";
import { openSite, type Site } from "./site.ts";

/** A site on which somebody leads a programme, with all that a desk shows; each journey has a workstream of its own. */
export interface DeskSite {
  readonly site: Site;
  readonly world: World;
  readonly make: DeliveryMakers;
  readonly system: string;
  readonly programme: string;
  /** A workstream of the programme that has one of everything, and what is in it. */
  readonly workstream: (name: string) => Promise<LedWorkstream>;
}

export interface LedWorkstream {
  readonly id: string;
  readonly milestone: string;
  readonly criterion: string;
  readonly measure: string;
  readonly risk: string;
}

const months = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "long", year: "numeric" });

/** A month as it is written, so many after this one. */
export function monthAfter(count: number): string {
  const [year = 0, month = 1] = londonDay(new Date()).split("-").map(Number);
  return months.format(new Date(Date.UTC(year, month - 1 + count, 1)));
}

function dueIn(month: string) {
  return { baseline: month, firstBaseline: month, forecast: month };
}

export async function openDesk(settings: Readonly<Record<string, string>> = {}): Promise<DeskSite> {
  const site = await openSite(settings, "NOTHING");
  const world = worldOver(site.ledger, londonDay(new Date()));
  const make = deliveryOf(world);
  const { given } = world;
  const system = await given.place({ level: "SYSTEM", name: "Somerset" });
  const host = await given.organisation({ name: "Somerset Council", systemId: system });
  const programme = await given.programme({ name: "Trauma Informed Somerset", systemId: system, hostId: host, reportingRhythm: "MONTHLY", status: "ACTIVE" });
  const workstream = async (name: string): Promise<LedWorkstream> => {
    const id = await given.workstream({ name, programmeId: programme, systemId: system, status: "NOT_STARTED", leadOrganisationId: host });
    const of = { systemId: system, workstreamId: id };
    const measure = await make.measure({ ...of, programmeId: programme });
    await make.measureActual({ systemId: system, measureId: measure, value: readQuantity("23 people"), asAt: monthAfter(-3) });
    const report = await make.statusReport({ ...of, title: `${name}, ${monthAfter(-2)}`, period: monthAfter(-2), published: monthAfter(-1), narrative: "Two partners were late." });
    await make.judgement({ systemId: system, reportId: report, judged: monthAfter(-1) });
    await make.statusReportItem({ systemId: system, reportId: report, kind: "NEXT", statement: "Open tier 1" });
    return {
      id, measure,
      milestone: await given.milestone({ ...of, programmeId: programme, title: `Launch of ${name}`, ...dueIn(monthAfter(-1)) }),
      criterion: await given.criterion({ ...of, statement: `${name} plan agreed`, supplierId: host }),
      risk: await make.risk({ ...of, programmeId: programme, title: `No trainer for ${name}`, ownerOrganisationId: host }),
    };
  };
  // Somebody leads it as soon as it has a workstream.
  await workstream("Principles");
  return { site, world, make, system, programme, workstream };
}

/** A window in which somebody has signed in who plays this part: lead, deputy lead, office. */
export async function signedInAs(part: string, { site }: DeskSite, browser: TestBrowser): Promise<Window> {
  const window = await browser.window();
  await signIn(window, part, site);
  return window;
}

/** Signs somebody in, in a window, by the link that the server gives them; no page is looked at yet. */
export async function signIn({ context }: Window, part: string, site: Site): Promise<void> {
  const link = (await site.newLinks()).find(({ label }) => label === part);
  await context.request.get(link?.url ?? "", { maxRedirects: 0 });
}

/** Goes to a page once its heading and all else is there. */
export async function goTo(page: Page, url: string, heading: string): Promise<void> {
  const { origin, pathname, search } = new URL(url);
  await open(page, origin, `${pathname}${search}`);
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
}
