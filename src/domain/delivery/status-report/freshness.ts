import type { Context } from "../../../api/context.ts";
import type { Day } from "../../../kernel/day.ts";
import type { DayInterval } from "../../../kernel/day-interval.ts";
import type { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { governancesByTeam, programmeById } from "../programme/loaders.ts";
import type { programmes } from "../programme/table.ts";
import type { workstreams } from "../workstream/table.ts";
import { freshnessOn, shortestRhythm, type Freshness } from "./rules.ts";
import { publishedReports, type PublishedReport } from "./standing.ts";

export type FreshnessRow = Freshness<PublishedReport>;

const NO_DAYS: DayInterval = { earliest: null, latest: null };

/** By the programme's own rhythm, from its start. */
export async function freshnessOfProgramme(context: Context, { id, reportingRhythm, start, status }: typeof programmes.$inferSelect, on: Day): Promise<FreshnessRow> {
  return freshnessOn(await publishedReports(context, "programme", id), { rhythm: reportingRhythm, start, ended: status === "CLOSED" }, on);
}

/** By the rhythm of its programme, from the programme's start. */
export async function freshnessOfWorkstream(context: Context, { id, programmeId, status }: typeof workstreams.$inferSelect, on: Day): Promise<FreshnessRow> {
  const [reports, programme] = await Promise.all([publishedReports(context, "workstream", id), programmeById(context, programmeId)]);
  const ended = status === "CLOSED" || status === "MERGED" || programme?.status === "CLOSED";
  return freshnessOn(reports, { rhythm: programme?.reportingRhythm ?? null, start: programme?.start ?? NO_DAYS, ended }, on);
}

/** By the shortest rhythm of the programmes that it governs and that go on. No source says since when a HIT reports. */
export async function freshnessOfTeam(context: Context, { id, status }: typeof healthIntegrationTeams.$inferSelect, on: Day): Promise<FreshnessRow> {
  const [reports, governances] = await Promise.all([publishedReports(context, "healthIntegrationTeam", id), governancesByTeam(context, id)]);
  const governed = await Promise.all(governances.map(async ({ programmeId }) => programmeById(context, programmeId)));
  const rhythms = governed.map((programme) => (programme === null || programme.status === "CLOSED" ? null : programme.reportingRhythm));
  return freshnessOn(reports, { rhythm: shortestRhythm(rhythms), start: NO_DAYS, ended: status === "ENDED" }, on);
}
