import { z } from "zod";
import operations from "../../../src/web/operations.json" with { type: "json" };
import { countsBy, sourceOf, type Counts, type Figures, type Sum } from "./figures.ts";

const count = z.object({ count: z.number() });
const sum = z.object({ known: z.object({ pence: z.number().nullable() }), knownCount: z.number(), unknownCount: z.number() });
const named = z.object({ name: z.string() }).nullable();
const figure = z.object({ sum, byFunder: z.array(z.object({ sum, funders: z.array(z.object({ organisation: named, healthIntegrationTeam: named, group: named, description: z.string().nullable() })) })) });
const ratings = z.object({ ratings: z.array(count.extend({ status: z.string(), rating: z.string().nullable() })) });
const share = z.object({ value: z.string().nullable(), status: z.string(), signatories: z.number() });

const overviewAnswer = z.object({
  overview: z.object({
    milestones: z.object({ byTiming: z.array(count.extend({ timing: z.string() })) }),
    confidence: z.object({ programmes: ratings, workstreams: ratings, healthIntegrationTeams: ratings }),
    funding: z.object({ byFinancialYear: z.array(z.object({ financialYear: z.object({ label: z.string() }), awarded: z.object({ sum }) })), undetermined: z.object({ sum }) }),
    pledgeCoverage: z.object({ all: z.object({ signatories: z.number() }), bySector: z.array(share) }),
  }),
});
const fundingAnswer = z.object({ fundingSummary: z.object({ byFinancialYear: z.array(z.object({ financialYear: z.object({ label: z.string() }), awarded: figure })), undetermined: figure }) });
const readinessAnswer = z.object({ workstreams: z.object({ nodes: z.array(z.object({ name: z.string(), blockedBy: z.array(z.object({ missing: z.string() })) })) }) });
const milestonesAnswer = z.object({ milestones: z.object({ totalCount: z.number(), edges: z.array(z.object({ node: z.object({ status: z.string() }) })) }) });

/** The figures as the pages ask for them, by their own operations, as at the end of a day or now. */
export async function figuresInGraph(url: string, day: string | null): Promise<Figures> {
  const on = day === null ? {} : { on: day };
  const ask = async <Answer>(operation: keyof typeof operations.operations, variables: object, shape: z.ZodType<Answer>): Promise<Answer> => {
    const body = JSON.stringify({ query: operations.operations[operation], variables: { at: day, ...variables } });
    const answer = await fetch(`${url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body });
    return z.object({ data: shape }).parse(await answer.json()).data;
  };
  const { overview } = await ask("Overview", on, overviewAnswer);
  const { fundingSummary } = await ask("Funding", {}, fundingAnswer);
  const { workstreams } = await ask("Readiness", { ...on, first: 50 }, readinessAnswer);
  const { milestones } = await ask("Milestones", { ...on, first: 100 }, milestonesAnswer);
  if (milestones.edges.length !== milestones.totalCount) throw new Error("There are more milestones than fit on one page.");
  const years = [...fundingSummary.byFinancialYear.map(({ financialYear: { label }, awarded }) => ({ label, awarded })), { label: "", awarded: fundingSummary.undetermined }];
  return {
    timing: byWord(overview.milestones.byTiming, ({ timing }) => timing),
    status: countsBy(milestones.edges, ({ node: { status } }) => status),
    ratings: { programmes: rated(overview.confidence.programmes), workstreams: rated(overview.confidence.workstreams), teams: rated(overview.confidence.healthIntegrationTeams) },
    funding: sums([...overview.funding.byFinancialYear.map(({ financialYear: { label }, awarded }) => [label, awarded.sum] as const), ["", overview.funding.undetermined.sum]]),
    bySource: sums(years.flatMap(({ label, awarded }) => awarded.byFunder.map((by) => [`${label} | ${sourceOf(by.funders.map(nameOf))}`, by.sum] as const))),
    signatories: overview.pledgeCoverage.all.signatories,
    bySector: byWord(overview.pledgeCoverage.bySector.map(({ value, status, signatories }) => ({ word: value ?? status, count: signatories })), ({ word }) => word),
    waiting: Object.fromEntries(workstreams.nodes.filter(({ blockedBy }) => blockedBy.length > 0).map(({ name, blockedBy }) => [name, blockedBy.map(({ missing }) => missing).toSorted()])),
  };
}

function byWord<Figure extends { readonly count: number }>(figures: readonly Figure[], wordOf: (figure: Figure) => string): Counts {
  return Object.fromEntries(figures.filter((one) => one.count > 0).map((one) => [wordOf(one), one.count]));
}

function rated({ ratings: all }: z.output<typeof ratings>): Counts {
  return byWord(all, ({ rating, status }) => rating ?? status);
}

function sums(figures: readonly (readonly [string, z.output<typeof sum>])[]): Record<string, Sum> {
  return Object.fromEntries(figures.filter(([, { knownCount, unknownCount }]) => knownCount + unknownCount > 0).map(([key, { known, knownCount, unknownCount }]) => [key, { pence: known.pence, known: knownCount, unknown: unknownCount }]));
}

function nameOf({ organisation, healthIntegrationTeam, group, description }: { readonly [Who in "organisation" | "healthIntegrationTeam" | "group"]: { readonly name: string } | null } & { readonly description: string | null }): string {
  return (organisation ?? healthIntegrationTeam ?? group)?.name ?? description ?? "";
}
