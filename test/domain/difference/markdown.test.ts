import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { milestoneKind } from "../../../src/domain/delivery/milestone/table.ts";
import { documentsGraph, type DocumentsGraph } from "../../support/documents.ts";
import { openWorld } from "../../support/domain-world.ts";
import { differenceIn } from "./difference-query.ts";

describe("the difference between two reports, as a board reads it,", () => {
  let documents: DocumentsGraph;

  beforeAll(async () => {
    documents = await documentsGraph();
  });

  afterAll(async () => {
    await documents.close();
  });

  async function markdown(query: string): Promise<string> {
    const { result } = await documents.ask(query);
    expect(result.errors).toBeUndefined();
    return JSON.stringify(result.data).replaceAll(String.raw`\n`, "\n");
  }

  it("says from when to when, and each thing in a line under its heading", async () => {
    const text = await markdown('{ changesBetween(from: "2023-03-31", to: "2024-07-05") { markdown } }');
    expect(text).toMatch(/# What changed between 31 March 2023 and 5 July 2024\n\nFrom how things stood on 31 March 2023 \(entry \d+\), to how things stood on 5 July 2024 \(entry \d+\)\.\n/);
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual([
      "Recommendations and decisions (2)", "Pledges and commitments (2)", "Measures (7)", "Evidence (10)", "Reports (1)", "New (11)", "Other changes (7)",
    ]);
    for (const line of [
      "- **People trained**, figure – counted: 96 people; period: Over two years; as at: March 2024 (inferred)",
      "- **Policy briefing on trauma informed healthcare**, output – policy briefing; published; with 2 contributors",
      "- **Adversity and Trauma HIT 2023-24**, status report – for: 2023-24; published; on: 5 July 2024; with 5 items",
      "- **Be trauma informed**, commitment – can be read in: Healthier Together Integrated Care System (ICS) Strategy; “It has been published since.”",
      "- **University of Bristol**, organisation – name: Bristol University → University of Bristol; “The report writes its name in this form.”",
    ]) expect(text.split("\n")).toContain(line);
  });

  it("has as many lines under a heading as are asked for, and counts the rest", async () => {
    const text = await markdown('{ changesBetween(from: "2023-03-31", to: "2024-07-05", filter: { group: [NEW] }) { markdown(linesPerGroup: 2) } }');
    expect(text.split("\n").filter((line) => line.startsWith("- "))).toHaveLength(3);
    expect(text).toContain("\n- … and 9 more\n");
    const { result } = await documents.ask("{ changesBetween { markdown(linesPerGroup: 0) } }");
    expect(result.errors?.[0]?.message).toContain("A heading has 1 to 1,000 lines");
  });

  it("names no field and no word of the schema", async () => {
    const text = await markdown("{ changesBetween { markdown(linesPerGroup: 1000) } }");
    expect(text.match(/\b[a-z]+[A-Z]\w+\b|\b[A-Z]{2,}_[A-Z_]+\b|\b[a-z]{2}_[0-9a-z]{16}\b/g)?.filter((word) => !word.startsWith("changesBetween"))).toEqual([]);
  });
});

describe("a difference as Markdown", () => {
  it("shows a title, a reason and what a field says as text, whatever stands in them", async () => {
    const world = await openWorld();
    const nasty = "</li><script>alert(1)</script> [x](javascript:alert(1)) **b** `c` | # h\n- item ![i](http://e.org/i.png) www.example.org a@b.org";
    const programme = await world.given.programme({ name: nasty });
    const milestone = await world.given.milestone({ title: nasty, programmeId: programme });
    const from = world.ledger.head();
    await world.act((draft) => { draft.change(milestoneKind, milestone, { forecast: "June 2023", title: `${nasty}!`, parts: [nasty, "Other"] }); return milestone; }, { reason: nasty });
    const { markdown } = await differenceIn(world, { from }, nobody);
    const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true, allowDangerousProtocol: true });
    expect([...html.matchAll(/<(\/?\w+)/g)].map(([, tag]) => tag).filter((tag) => !/^\/?(h1|h2|p|ul|li|strong)$/.test(tag ?? ""))).toEqual([]);
    expect(html.match(/<li>/g)).toHaveLength(1);
    expect(html.replaceAll("&lt;", "<").replaceAll("&gt;", ">")).toContain(`<strong>${nasty.replaceAll("\n", " ")}!</strong>`);
  });
});
