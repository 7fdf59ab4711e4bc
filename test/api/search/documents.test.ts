import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentsGraph, type DocumentsGraph } from "../../support/documents.ts";

let graph: DocumentsGraph;
beforeAll(async () => {
  graph = await documentsGraph();
});
afterAll(async () => graph.close());

/** The best hit, as somebody who typed this would see it. */
async function first(query: string): Promise<unknown> {
  const { result } = await graph.ask("query ($query: String!) { search(query: $query, first: 1) { nodes { record { __typename } title match } } }", { variables: { query } });
  expect(result.errors).toBeUndefined();
  return result.data?.["search"];
}

const BNSSG = "Bristol, North Somerset and South Gloucestershire";

describe("somebody who types", () => {
  it.each([
    // identifiers
    ["RVJ", "Organisation", "North Bristol NHS Trust", "IDENTIFIER"],
    ["gb-nhs-rvj", "Organisation", "North Bristol NHS Trust", "IDENTIFIER"],
    ["QUY", "Organisation", `NHS ${BNSSG} Integrated Care Board`, "IDENTIFIER"],
    ["E06000024", "Place", "North Somerset", "IDENTIFIER"],
    // names, whole and other
    ["somerset council", "Organisation", "Somerset Council", "EXACT"],
    ["Somerset County Council", "Organisation", "Somerset County Council", "EXACT"],
    ["university of bristol", "Organisation", "University of Bristol", "EXACT"],
    ["bristol university", "Organisation", "University of Bristol", "EXACT"],
    ["SOMERSET", "Place", "Somerset", "EXACT"],
    ["bnssg ics", "Organisation", `${BNSSG} Integrated Care System`, "EXACT"],
    ["bnssg icb", "Organisation", `NHS ${BNSSG} Integrated Care Board`, "WORDS"],
    ["trauma informed somerset", "Programme", "Trauma Informed Somerset", "EXACT"],
    ["trauma-informed somerset", "Programme", "Trauma Informed Somerset", "EXACT"],
    ["care forum", "Organisation", "The Care Forum", "EXACT"],
    ["claire ritchie", "Person", "Claire Ritchie", "EXACT"],
    ["tap care", "Study", "TAP CARE", "EXACT"],
    ["camhs", "Organisation", "CAMHS", "EXACT"],
    // as it is typed
    ["bristol uni", "Organisation", "University of Bristol", "PREFIX"],
    ["north bris", "Organisation", "North Bristol NHS Trust", "PREFIX"],
    ["Vikki", "Person", "Vikki Hearn", "PREFIX"],
    ["shine", "HealthIntegrationTeam", "SHINE HIT", "PREFIX"],
    ["adversity", "HealthIntegrationTeam", "Adversity and Trauma HIT", "PREFIX"],
    ["business case", "Output", "Business case for the Somerset model", "PREFIX"],
    ["policy brief", "Output", "Policy briefing on trauma informed healthcare", "PREFIX"],
    ["knife crime", "Group", "Knife crime working group", "PREFIX"],
    // words of it
    ["police", "Organisation", "Avon and Somerset Police", "WORDS"],
    ["natalia lewis", "Person", "Dr Natalia Lewis", "WORDS"],
    ["charities together", "Organisation", "NHS Charities Together", "WORDS"],
    ["system manager", "Post", "ICS Trauma-Informed System Manager", "WORDS"],
    ["scrutiny committee", "Group", "Children and Families Scrutiny Committee", "WORDS"],
    ["resource library", "Output", "South Gloucestershire Adversity and Trauma Resource Library", "WORDS"],
    ["graduate commissioner", "Person", "Billy Smith", "WORDS"],
    ["framework", "Output", "BNSSG Trauma-Informed Practice Framework", "WORDS"],
    ["county business plan", "Outcome", "Fairer life chances and opportunity for all", "WORDS"],
    ["co-ordinator", "Milestone", "Co-ordinator recruited", "PREFIX"],
    ["coordinator", "Milestone", "Co-ordinator recruited", "PREFIX"],
    ["a pledge for partners", "Pledge", "Trauma-Informed Bristol, North Somerset & South Gloucestershire: A pledge for partners", "WORDS"],
    // with wrong letters
    ["healthy wieght hit", "HealthIntegrationTeam", "Healthy Weight HIT", "FUZZY"],
    ["ambassadors", "Group", "Ambassador Network", "FUZZY"],
    ["chraity together", "Organisation", "NHS Charities Together", "FUZZY"],
    ["vicky hearn", "Person", "Vikki Hearn", "FUZZY"],
    ["nroth bristol trust", "Organisation", "North Bristol NHS Trust", "FUZZY"],
    ["sumerset", "Place", "Somerset", "FUZZY"],
    ["adversty and truama", "HealthIntegrationTeam", "Adversity and Trauma HIT", "FUZZY"],
    // nothing of the kind
    ["RVK"],
    ["xyzzy"],
    ["?"],
    [""],
  ])("%j finds first %s %j", async (query, __typename?: string, title?: string, match?: string) => {
    expect(await first(query)).toEqual({ nodes: __typename === undefined ? [] : [{ record: { __typename }, title, match }] });
  });
});
