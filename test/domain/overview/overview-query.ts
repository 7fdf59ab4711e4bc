const RATINGS = "ratings { status scheme rating count records { totalCount nodes { record { id } } } }";
const CONFIDENCE = `{ ${RATINGS} byPlace { status place { id } ${RATINGS} } }`;
const FRESHNESS = "{ status count records { totalCount nodes { record { id } freshness { status } } } }";
const SUM = "sum { known { pence } knownCount unknownCount } awards { totalCount nodes { id } }";
const AWARDS = `{ ${SUM} byFunder { funders { role partyKind organisation { id } healthIntegrationTeam { id } group { id } description } ${SUM} } }`;
const SIGNATURES = "signatories signatures { totalCount nodes { id } }";
const FINDINGS = "{ count records(first: 100) { totalCount nodes { fields record { id } } } byType { type count records(first: 100) { totalCount nodes { record { id __typename } } } } }";

/** Every figure of an overview, each with the records behind it. */
export const OVERVIEW = `query ($system: ID, $place: ID, $programme: ID, $on: Day) { overview(system: $system, place: $place, programme: $programme, on: $on) {
  on
  milestones {
    byTiming { timing count records { totalCount nodes { id } } }
    upcoming { withinDays until certainty count records { totalCount nodes { id } } }
  }
  confidence { programmes ${CONFIDENCE} workstreams ${CONFIDENCE} healthIntegrationTeams ${CONFIDENCE} }
  freshness { programmes ${FRESHNESS} workstreams ${FRESHNESS} healthIntegrationTeams ${FRESHNESS} }
  funding { awarded ${AWARDS} undetermined ${AWARDS} byFinancialYear { financialYear { label } awarded ${AWARDS} statedTotals { totalCount nodes { id } } } }
  pledgeCoverage { all { ${SIGNATURES} } byPlace { value { id } ${SIGNATURES} } bySector { value ${SIGNATURES} } }
  measures { all { count records { totalCount nodes { measure { id } } } } byProgress { status count records { totalCount nodes { measure { id } latestActual { id } progress { status } } } } }
  recommendations { byStatus { status count records { totalCount nodes { id } } } byResponse { answered count records { totalCount nodes { id } } } }
  outcomes {
    byContribution { contributedTo count records { totalCount nodes { id } } }
    cells { outcome { id } programme { id } count records { totalCount nodes { id } } }
  }
  dataQuality { unknown ${FINDINGS} imprecise ${FINDINGS} claimed ${FINDINGS} conflicting ${FINDINGS} open ${FINDINGS} stale ${FINDINGS} uncited ${FINDINGS} }
} }`;

interface Listed {
  readonly totalCount: number;
  readonly nodes: readonly (object & { readonly id?: string; readonly record?: { readonly id: string }; readonly measure?: { readonly id: string }; readonly fields?: readonly string[] })[];
}

/** A figure of an answer: what else it says of itself, and the ids of the records behind it. */
export interface Answered {
  readonly [label: string]: unknown;
  readonly count: number;
  readonly records: Listed;
}

interface AwardsAnswered {
  readonly sum: { readonly known: { readonly pence: number | null }; readonly knownCount: number; readonly unknownCount: number };
  readonly awards: Listed;
}

/** Somebody who gives money, as a party of an award and a figure by funder tell it. */
export interface FunderAnswered {
  readonly role: string;
  readonly partyKind: string;
  readonly organisation: { readonly id: string } | null;
  readonly healthIntegrationTeam: { readonly id: string } | null;
  readonly group: { readonly id: string } | null;
  readonly description: string | null;
}

/** What awards come to, and the same by funder. */
export interface FundingAnswered extends AwardsAnswered {
  readonly byFunder: readonly (AwardsAnswered & { readonly funders: readonly FunderAnswered[] })[];
}

export interface OverviewAnswer {
  readonly milestones: { readonly byTiming: readonly Answered[]; readonly upcoming: readonly Answered[] };
  readonly confidence: Readonly<Record<string, { readonly ratings: readonly Answered[]; readonly byPlace: readonly { readonly place: { readonly id: string } | null; readonly ratings: readonly Answered[] }[] }>>;
  readonly freshness: Readonly<Record<string, readonly Answered[]>>;
  readonly funding: {
    readonly awarded: FundingAnswered;
    readonly undetermined: FundingAnswered;
    readonly byFinancialYear: readonly { readonly financialYear: { readonly label: string }; readonly awarded: FundingAnswered; readonly statedTotals: Listed }[];
  };
  readonly pledgeCoverage: { readonly all: { readonly signatories: number; readonly signatures: Listed }; readonly byPlace: readonly object[]; readonly bySector: readonly object[] };
  readonly measures: { readonly all: Answered; readonly byProgress: readonly Answered[] };
  readonly recommendations: { readonly byStatus: readonly Answered[]; readonly byResponse: readonly Answered[] };
  readonly outcomes: { readonly byContribution: readonly Answered[]; readonly cells: readonly (Answered & { readonly outcome: { readonly id: string }; readonly programme: { readonly id: string } })[] };
  readonly dataQuality: Readonly<Record<string, Answered & { readonly byType: readonly Answered[] }>>;
}

/** The ids behind a figure, sorted. */
export function idsOf({ records }: Pick<Answered, "records">): string[] {
  return records.nodes.map(({ id, record, measure }) => id ?? record?.id ?? measure?.id ?? "").toSorted();
}

/** Figures by one thing that they say of themselves, with the ids behind each; those with none left out. */
export function byLabel(figures: readonly Answered[], label: string): Record<string, string[]> {
  return Object.fromEntries(figures.filter(({ count }) => count > 0).map((figure) => [String(figure[label]), idsOf(figure)]));
}

/** Every figure in an answer, however deep. */
export function figuresIn(value: unknown): Answered[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.values(value).flatMap(figuresIn);
  // What has a count and records is a figure; a wrong one fails the expectations on it.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return "count" in value && "records" in value ? [value as Answered, ...inside] : inside;
}
