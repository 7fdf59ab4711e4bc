import type { Context } from "../../api/context.ts";
import { Fault } from "../../api/fault/fault.ts";
import { distinct } from "../../api/loaders.ts";
import { entryAsked } from "../../api/moment/moment.ts";
import { londonDay, readDay } from "../../kernel/day.ts";
import type { AskedMoment } from "../../kernel/moment.ts";
import { momentOf } from "../../ledger/reading.ts";
import { programmesOfBoardPack } from "../delivery/board-pack/loaders.ts";
import type { boardPacks } from "../delivery/board-pack/table.ts";
import { programmeById } from "../delivery/programme/loaders.ts";
import type { DifferenceRequest } from "./difference.ts";
import type { DifferenceArgs, DifferenceFilter, SinceArgs } from "./inputs.ts";
import type { Scope } from "./scope.ts";
import type { Side } from "./sides.ts";

/** Before anything was recorded. */
const BEGINNING: Side = { entry: 0, at: null, day: readDay("0001-01-01") };

/** What is asked for, each moment turned into an entry once. Refuses moments in the wrong order. */
export function requestOf(context: Context, { from, to, filter }: DifferenceArgs): DifferenceRequest {
  return between(from ? sideOf(context, from) : BEGINNING, to ? sideOf(context, to) : hereOf(context), filter ?? {});
}

/** What is asked for of a board pack: since the moment that it froze, and of its programmes as far as the viewer may see them; not that it was made. */
export async function requestSince(context: Context, pack: typeof boardPacks.$inferSelect, { until, filter }: SinceArgs): Promise<DifferenceRequest> {
  const request = { ...between({ entry: pack.entry, at: pack.entryAt, day: pack.asOn }, until ? sideOf(context, until) : hereOf(context), filter ?? {}), without: pack.id };
  const about = await programmesOfBoardPack(context, pack.id);
  if (about.length === 0 || request.scope.programmes !== null) return request;
  const programmes = await distinct(context, programmeById, about.map(({ programmeId }) => programmeId));
  return { ...request, scope: { ...request.scope, programmes: programmes.map(({ id }) => id) } };
}

function between(from: Side, to: Side, filter: DifferenceFilter): DifferenceRequest {
  if (from.entry > to.entry) throw new Fault("BAD_USER_INPUT", "The first moment is after the second. Exchange the two.");
  return { from, to, scope: scopeOf(filter), groups: filter.group ?? null, without: null };
}

/** The entry that a moment means, and the day in London that it is on. */
function sideOf(context: Context, asked: AskedMoment): Side {
  const entry = entryAsked(context, asked);
  const at = momentOf(context.moment.ledger, entry);
  return { entry, at, day: "day" in asked ? asked.day : londonDay(new Date("instant" in asked ? asked.instant : (at ?? 0))) };
}

/** Where the operation reads: now, or the moment that it asked for, and so never later than today. */
function hereOf({ moment, today }: Context): Side {
  const day = londonDay(new Date(moment.clock));
  return { entry: moment.number, at: momentOf(moment.ledger, moment.number), day: day < today ? day : today };
}

function scopeOf({ system, place, programme, workstream, theme, healthIntegrationTeam, organisation, succession }: DifferenceFilter): Scope {
  return {
    system: system ?? null, place: place ?? null, programmes: typeof programme === "string" ? [programme] : null, workstream: workstream ?? null, themes: theme ?? null,
    healthIntegrationTeam: healthIntegrationTeam ?? null, organisation: organisation ?? null, succession: succession ?? null,
  };
}
