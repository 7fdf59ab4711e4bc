import type { Context } from "../../api/context.ts";
import { grouped } from "../../kernel/grouped.ts";
import type { Rating } from "../delivery/status-report/standing.ts";
import { figureOf, type Figure } from "./figure.ts";
import type { Overview } from "./scope.ts";
import { programmesIn, teamsIn, workstreamsIn, type AtPlace, type Subject } from "./subjects.ts";

/** Something with the judgement of it that stands on the day, or with none. */
export interface RecordRating {
  readonly id: string;
  readonly record: Subject["record"];
  readonly at: AtPlace;
  readonly rating: Rating;
}

export interface RatingFigure extends Figure<RecordRating> {
  readonly status: Rating["status"];
  readonly scheme: string | null;
  readonly localScheme: string | null;
  readonly rating: string | null;
}

export interface Confidence {
  readonly ratings: readonly RatingFigure[];
  readonly byPlace: readonly { readonly at: AtPlace; readonly ratings: readonly RatingFigure[] }[];
}

export interface ConfidenceOverview {
  readonly programmes: Promise<Confidence>;
  readonly workstreams: Promise<Confidence>;
  readonly healthIntegrationTeams: Promise<Confidence>;
}

/** Each of the three is worked out only when it is asked for. */
export class OverviewOfConfidence implements ConfidenceOverview {
  private readonly context: Context;
  private readonly overview: Overview;

  constructor(context: Context, overview: Overview) {
    this.context = context;
    this.overview = overview;
  }

  get programmes(): Promise<Confidence> {
    return confidenceOf(programmesIn(this.context, this.overview));
  }

  get workstreams(): Promise<Confidence> {
    return workstreamsIn(this.context, this.overview).then(confidenceOf);
  }

  get healthIntegrationTeams(): Promise<Confidence> {
    return confidenceOf(teamsIn(this.context, this.overview));
  }
}

/** Judgements by what they say, of all subjects and of those at each place. Nothing is concluded where there is none. */
async function confidenceOf(subjects: readonly Subject[]): Promise<Confidence> {
  const rated = await Promise.all(subjects.map(async ({ id, record, at, rating }) => ({ id, record, at, rating: await rating() })));
  const byPlace = grouped(rated, ({ at }) => `${at.status} ${at.placeId ?? ""}`);
  return {
    ratings: ratingsOf(rated),
    byPlace: [...byPlace.values()].flatMap((there) => there.slice(0, 1).map(({ at }) => ({ at, ratings: ratingsOf(there) }))),
  };
}

/** Those of one scheme together; what is not rated last. */
function ratingsOf(rated: readonly RecordRating[]): RatingFigure[] {
  const byRating = grouped(rated, ({ rating: { scheme, judgement, rating } }) => JSON.stringify([scheme ?? "NOT_RATED", judgement?.localScheme ?? "", rating?.toLowerCase() ?? ""]));
  return [...byRating.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, alike]) =>
      alike.slice(0, 1).map(({ rating: { status, scheme, rating, judgement } }) => ({
        status, scheme, rating, localScheme: judgement?.localScheme ?? null, ...figureOf(alike, ({ record }) => record.name.toLowerCase()),
      })),
    );
}
