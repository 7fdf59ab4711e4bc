import { expect, it, onTestFinished } from "vitest";
import { worldOver } from "../../support/domain-world.ts";
import { ownLedger } from "../../support/ledger-file.ts";
import { serverOver } from "../../support/served.ts";

const DATE = "{ text earliest latest precision qualifier edtf status plain }";
const MILESTONE = `id version audience called title type status baseline ${DATE} firstBaseline ${DATE} forecast ${DATE} actual ${DATE}`;

/** As much as one operation may ask for: twenty programmes' hundred milestones, all of them the same ones. */
const LARGEST = `{ milestones(first: 20) { nodes { programme { milestones(first: 100) { nodes { ${MILESTONE} } } } } } }`;

it("an answer as large as any is worked out with turns for everybody else in between", async () => {
  const { ledger, end } = await ownLedger("NOTHING");
  const world = worldOver(ledger);
  const programmeId = await world.given.programme();
  for (let made = 0; made < 100; made += 1) await world.given.milestone({ programmeId, baseline: "May 2024", firstBaseline: "May 2024", forecast: "June 2024" });
  const server = await serverOver(ledger);
  onTestFinished(async () => { await server.close(); await end(); });
  const ended: string[] = [];
  const ask = async (name: string, query: string): Promise<string> => {
    const response = await fetch(`${server.url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query }) });
    const text = await response.text();
    ended.push(name);
    return text;
  };
  // So that its document is known, and nothing is left to do but to answer it.
  const answer = await ask("first", LARGEST);
  expect(answer.match(/"called"/g)).toHaveLength(2_000);
  expect(answer).not.toContain('"errors"');
  // And an entry after which no answer that was kept stands.
  await world.given.place();
  ended.length = 0;
  const large = ask("large", LARGEST);
  // One after another: of a server that works the large answer out in one go, whoever comes first waits for all of it.
  const small = async (): Promise<void> => {
    await ask("small", "{ __typename }");
    if (!ended.includes("large")) await small();
  };
  await Promise.all([large, small()]);
  expect(ended.indexOf("large")).toBeGreaterThan(0);
});
