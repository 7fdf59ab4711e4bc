import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nobody, type Viewer } from "../../../src/api/access/viewer.ts";
import { londonDay } from "../../../src/kernel/day.ts";
import { newId } from "../../../src/kernel/identity.ts";
import { holding, worldOver, type World } from "../../support/domain-world.ts";
import { ownLedger } from "../../support/ledger-file.ts";

/**
 * Service delivery in Trauma Informed Somerset, as the documents have it: it waits for three other workstreams. It is held up, each of the
 * three shows what it has to show in its own way, and it begins and is ready. Each act is done by one who may, and refused to one who may not.
 */

const named = (type: string, prefix: string, ref: string): string => newId(prefix, `${type}/${ref}`);

const somerset = named("Place", "pl", "somerset");
const programme = named("Programme", "pr", "trauma-informed-somerset");
const [principles, training, change, delivery] = ["principles", "training", "organisational-change", "service-delivery"].map((ref) => named("Workstream", "ws", `somerset-${ref}`));
const [council, trust] = ["somerset-council", "somerset-nhs-foundation-trust"].map((ref) => named("Organisation", "or", ref));

const lead = (of: string | undefined): Viewer => holding("LEAD", of ?? "", somerset);
const programmeLead = lead(programme);
const office = holding("OFFICE", somerset, somerset);

interface Done {
  readonly record: { readonly id: string; readonly version: number; readonly status: string } | null;
  readonly problems: readonly { readonly code: string; readonly message: string; readonly records: readonly { readonly id: string }[] }[];
}

/** What each act takes: the name of its argument, and of the input. */
const TAKES: Readonly<Record<string, readonly [argument: string, input: string]>> = {
  addCriterion: ["criterion", "AddCriterionInput"], supplyCriterion: ["criterion", "SupplyCriterionInput"],
  acceptCriterion: ["criterion", "DecideCriterionInput"], waiveCriterion: ["criterion", "DecideCriterionInput"],
  startWorkstream: ["workstream", "RecordAsReadInput"], reportWorkstreamReady: ["workstream", "RecordAsReadInput"], mergeWorkstream: ["workstream", "MergeWorkstreamInput"],
  addDependency: ["dependency", "AddDependencyInput"], dropDependency: ["dependency", "RecordAsReadInput"],
};

function mutation(act: string): string {
  const [argument, input] = TAKES[act] ?? ["", ""];
  const record = argument === "dependency" ? "" : `record: ${argument} { id version status }`;
  return `mutation ($sent: ${input}!, $reason: String) { done: ${act}(${argument}: $sent, reason: $reason) { ${record} problems { code message records { id } } } }`;
}

const NEXT = "Nothing was changed: it can go on once that is there, or once a lead or the office of its programme waives it.";

describe("service delivery in Somerset", () => {
  let world: World;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const { ledger, end } = await ownLedger("THE_DOCUMENTS");
    close = end;
    world = worldOver(ledger, londonDay(new Date()));
  });
  afterAll(async () => close());

  const does = async (viewer: Viewer, act: string, sent: object, reason: string | null = null): Promise<Done> => (await world.ask<{ done: Done }>(viewer, mutation(act), { sent, reason })).done;
  const mayNot = async (viewer: Viewer, act: string, sent: object): Promise<string> => (await world.refused(viewer, mutation(act), { sent, reason: "The board asked for it" })).join(" ");
  const versionOf = async (id: string | undefined): Promise<number> => (await world.ask<{ node: { version: number } }>(office, "query ($id: ID!) { node(id: $id) { ... on Record { version } } }", { id })).node.version;
  const asRead = async (id: string | undefined): Promise<{ readonly id: string | undefined; readonly expectedVersion: number }> => ({ id, expectedVersion: await versionOf(id) });
  /** What stands in the way of its beginning, each in its own words, in the order of the alphabet. */
  const heldUpBy = async (): Promise<readonly string[]> => {
    const { record, problems } = await does(lead(delivery), "startWorkstream", await asRead(delivery));
    expect([record, ...new Set(problems.map(({ code }) => code))]).toEqual([null, "NOT_READY"]);
    return problems.map(({ message }) => message.replace(` ${NEXT}`, "")).toSorted();
  };
  const criterion = async (viewer: Viewer, workstream: string | undefined, statement: string, supplier: string | undefined): Promise<string> =>
    (await does(viewer, "addCriterion", { workstream, statement, supplier })).record?.id ?? "";

  it("is held up, is told by what and who can supply it, and begins once each of them has shown what it has to", async () => {
    // What each of the three has to show is said by those who lead it; another's lead may not.
    expect(await mayNot(lead(delivery), "addCriterion", { workstream: training, statement: "A plan" })).toContain("This takes a lead");
    const tiers = await criterion(lead(training), training, "Who gives each tier of training", trust);
    const money = await criterion(lead(training), training, "Who pays for it", council);
    const review = await criterion(lead(change), change, "A service that has reviewed its policies", council);
    const agreed = await criterion(programmeLead, principles, "Principles that the board has agreed", council);
    // Somebody thinks of one thing more, which nobody can see to be done.
    expect((await does(lead(delivery), "addDependency", { type: "READY_TO_START", successorWorkstream: delivery, predecessorDescription: "A new building" })).problems).toEqual([]);

    expect(await heldUpBy()).toEqual([
      "A new building: this is not tracked here, so nobody can see whether it is done.",
      "Organisational change has to be ready or closed; it is not reported. Still open: “A service that has reviewed its policies” (Somerset Council can supply it).",
      "Principles was merged into others, and no accepted evidence shows that it is ready. Still open: “Principles that the board has agreed” (Somerset Council can supply it).",
      "Training has to be ready or closed; it is not reported. Still open: “Who gives each tier of training” (Somerset NHS Foundation Trust can supply it); “Who pays for it” (Somerset Council can supply it).",
    ]);
    expect((await world.refused(nobody, mutation("startWorkstream"), { sent: await asRead(delivery) })).join(" ")).toContain("Sign in");

    // Training supplies one thing, which its programme accepts; the office waives the other, and says why.
    expect((await does(lead(training), "supplyCriterion", { id: tiers, expectedVersion: 1, evidence: "The trust gives tiers 1 to 3" })).record?.status).toBe("SUPPLIED");
    expect(await mayNot(lead(training), "acceptCriterion", { id: tiers, expectedVersion: 2 })).toContain("Nothing was changed");
    expect((await does(programmeLead, "acceptCriterion", { id: tiers, expectedVersion: 2 })).record?.status).toBe("ACCEPTED");
    const early = await does(lead(training), "reportWorkstreamReady", await asRead(training));
    expect(early.problems).toMatchObject([{ code: "NOT_READY", records: [{ id: money }], message: "Before it counts as ready, this has to be accepted or waived: “Who pays for it” (Somerset Council can supply it). Nothing was changed." }]);
    expect((await does(office, "waiveCriterion", { id: money, expectedVersion: 1 })).problems).toMatchObject([{ code: "MISSING_REASON" }]);
    expect((await does(office, "waiveCriterion", { id: money, expectedVersion: 1 }, "The grant pays until March")).record?.status).toBe("WAIVED");
    expect((await does(lead(training), "reportWorkstreamReady", await asRead(training))).record?.status).toBe("READY");

    // What was split among the others before is shown all the same; what was a mistake is dropped by who may.
    await does(programmeLead, "supplyCriterion", { id: agreed, expectedVersion: 1, evidence: "Agreed at the board" });
    expect((await does(office, "acceptCriterion", { id: agreed, expectedVersion: 2 })).problems).toEqual([]);
    const { workstream } = await world.ask<{ workstream: { waitsFor: { id: string; predecessorDescription: string | null }[] } }>(office, "query ($id: ID!) { workstream(id: $id) { waitsFor { id predecessorDescription } } }", { id: delivery });
    const building = workstream.waitsFor.find(({ predecessorDescription }) => predecessorDescription === "A new building")?.id;
    expect(await mayNot(lead(delivery), "dropDependency", await asRead(building))).toContain("Nothing was changed");
    expect((await does(programmeLead, "dropDependency", await asRead(building), "It never depended on that")).problems).toEqual([]);

    // Organisational change goes on as a part of training, and its evidence with it: once somebody has decided on that.
    await does(lead(change), "supplyCriterion", { id: review, expectedVersion: 1, evidence: "The contact centre’s review" });
    expect(await mayNot(lead(training), "mergeWorkstream", { ...(await asRead(change)), continuedIn: [training] })).toContain("Nothing was changed");
    expect((await does(lead(change), "mergeWorkstream", { ...(await asRead(change)), continuedIn: [training] })).record?.status).toBe("MERGED");
    expect(await heldUpBy()).toEqual([
      "Organisational change was merged into others, and no accepted evidence shows that it is ready. Still open: “A service that has reviewed its policies” (Somerset Council supplied it, and nobody has decided on it).",
    ]);
    expect((await does(programmeLead, "acceptCriterion", { id: review, expectedVersion: 2 })).record?.status).toBe("ACCEPTED");
    const carried = "query ($id: ID!) { workstream(id: $id) { continuedIn { continuedIn { name } } criteria { nodes { status evidence } } } }";
    expect(await world.ask(nobody, carried, { id: change })).toEqual({
      workstream: { continuedIn: [{ continuedIn: { name: "Training" } }], criteria: { nodes: [{ status: "ACCEPTED", evidence: "The contact centre’s review" }] } },
    });

    // Nothing stands in the way any more.
    expect(await world.ask(nobody, "query ($id: ID!) { workstream(id: $id) { blockedBy { missing } } }", { id: delivery })).toEqual({ workstream: { blockedBy: [] } });
    expect((await does(lead(delivery), "startWorkstream", await asRead(delivery))).record?.status).toBe("IN_PROGRESS");
    expect((await does(lead(delivery), "reportWorkstreamReady", await asRead(delivery))).record?.status).toBe("READY");
  });
});
