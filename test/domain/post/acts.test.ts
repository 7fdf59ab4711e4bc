import { describe, expect, it } from "vitest";
import { holding, openWorld, type World } from "../../support/domain-world.ts";
import { deliveryOf } from "../../support/given-delivery.ts";

const PROBLEMS = "entry problems { code message path records { id } conflict { fields } }";
const act = (name: string, input: string, argument: string, what: string): string => `mutation ($sent: ${input}!, $reason: String) { ${name}(${argument}: $sent, reason: $reason) { ${what} ${PROBLEMS} } }`;
const POST = "post { id version title status purpose audience end { text } fundingComplete funding { status knownShare } holders { nodes { id person { name } valueStatus(field: \"person\") until { text } } } }";
const RECORD = act("recordPost", "RecordPostInput", "post", POST);
const AMEND = act("amendPost", "AmendPostInput", "post", POST);
const APPROVE = act("approvePost", "RecordAsReadInput", "post", POST);
const ADVERTISE = act("advertisePost", "RecordAsReadInput", "post", POST);
const FILL = act("fillPost", "FillPostInput", "post", "postHolder { id since { text } person { id } valueStatus(field: \"person\") post { version status } }");
const VACATE = act("vacatePost", "VacatePostInput", "post", POST);
const END = act("endPost", "EndPostInput", "post", POST);
const FUND = act("fundPost", "FundPostInput", "postFunder", "postFunder { id version share { fraction } post { fundingComplete funding { status knownShare } } }");
const REFUND = act("amendPostFunder", "AmendPostFunderInput", "postFunder", "postFunder { id version share { fraction } period { text } amount { pence } post { fundingComplete } }");

/** A programme of a system with its lead and office. */
async function led(world: World) {
  const system = await world.given.place({ level: "SYSTEM", name: "Somerset" });
  const programme = await world.given.programme({ systemId: system });
  return { system, programme, lead: holding("LEAD", programme, system), office: holding("OFFICE", system, system), reader: holding("READER", programme, system) };
}

describe("a post", () => {
  it("is proposed, approved, advertised, filled, vacated and ended", async () => {
    const world = await openWorld();
    const { programme, lead, office } = await led(world);
    const made = await world.ask<{ recordPost: { post: { id: string } } }>(lead, RECORD, { sent: { title: "Coordinator", status: "PROPOSED", programme } });
    const { id } = made.recordPost.post;
    expect(await world.refused(lead, APPROVE, { sent: { id, expectedVersion: 1 } })).toEqual([expect.stringContaining("office")]);
    expect(await world.ask(lead, ADVERTISE, { sent: { id, expectedVersion: 1 } })).toMatchObject({ advertisePost: { problems: [{ code: "NOT_ALLOWED_NOW" }] } });
    expect(await world.ask(office, APPROVE, { sent: { id, expectedVersion: 1 } })).toMatchObject({ approvePost: { post: { status: "APPROVED" }, problems: [] } });
    expect(await world.ask(lead, ADVERTISE, { sent: { id, expectedVersion: 1 } })).toMatchObject({ advertisePost: { problems: [{ code: "STALE", path: ["post", "expectedVersion"] }] } });
    expect(await world.ask(lead, ADVERTISE, { sent: { id, expectedVersion: 2 } })).toMatchObject({ advertisePost: { post: { status: "ADVERTISED" }, problems: [] } });
    expect(await world.ask(lead, FILL, { sent: { id, expectedVersion: 3, since: { text: "May 2024" } } })).toMatchObject({ fillPost: { postHolder: { since: { text: "May 2024" }, person: null, valueStatus: "NOT_STATED", post: { status: "FILLED", version: 4 } }, problems: [] } });
    expect(await world.ask(lead, END, { sent: { id, expectedVersion: 4, end: { text: "July 2024" } } })).toMatchObject({ endPost: { problems: [{ code: "NOT_ALLOWED_NOW", path: ["post"], records: [{}] }, { code: "MISSING_REASON", path: ["reason"] }] } });
    expect(await world.ask(lead, VACATE, { sent: { id, expectedVersion: 4, until: { text: "June 2024" } } })).toMatchObject({ vacatePost: { post: { status: "VACANT", holders: { nodes: [{ until: { text: "June 2024" } }] } }, problems: [] } });
    expect(await world.ask(lead, END, { sent: { id, expectedVersion: 5, end: { text: "July 2024" } }, reason: "The money ran out" })).toMatchObject({ endPost: { post: { status: "ENDED", end: { text: "July 2024" } }, problems: [] } });
  });

  it("is held by a person whom the viewer may see, or by nobody named", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const { programme, lead } = await led(world);
    const [id, person] = [await make.post({ programmeId: programme, status: "VACANT" }), await world.given.person()];
    const hidden = await world.given.person({ visibility: "REDACTED" });
    expect(await world.ask(lead, FILL, { sent: { id, expectedVersion: 1, since: { text: "May 2024" }, person: hidden } })).toMatchObject({ fillPost: { problems: [{ code: "NOT_FOUND", path: ["post", "person"] }] } });
    expect(await world.ask(lead, FILL, { sent: { id, expectedVersion: 1, since: { text: "May 2024" }, person } })).toMatchObject({ fillPost: { postHolder: { person: { id: person } }, problems: [] } });
  });

  it("is for leads and office of what it is part of", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const { programme, system, lead, office, reader } = await led(world);
    const id = await make.post({ programmeId: programme, status: "VACANT" });
    const sent = { id, expectedVersion: 1 };
    for (const [source, variables] of [
      [RECORD, { sent: { title: "Post", status: "PROPOSED", programme } }], [AMEND, { sent }], [ADVERTISE, { sent }], [FILL, { sent: { ...sent, since: { text: "May 2024" } } }],
      [VACATE, { sent: { ...sent, until: { text: "May 2024" } } }], [END, { sent: { ...sent, end: { text: "May 2024" } } }], [FUND, { sent: { post: id, role: "FUNDER", description: "Somebody" } }],
    ] as const) {
      expect(await world.refused(reader, source, variables)).toHaveLength(1);
      expect(await world.refused(holding("LEAD", await world.given.programme()), source, variables)).toHaveLength(1);
    }
    expect(await world.refused(lead, RECORD, { sent: { title: "Post", status: "PROPOSED", system } })).toHaveLength(1);
    expect(await world.ask(office, RECORD, { sent: { title: "Post", status: "PROPOSED", system } })).toMatchObject({ recordPost: { problems: [] } });
    expect(await world.ask(lead, RECORD, { sent: { title: "Post", status: "PROPOSED" } })).toMatchObject({ recordPost: { problems: [{ code: "MISSING_FIELD", path: ["post", "system"] }] } });
  });
});

describe("amendPost", () => {
  it("merges what two people send of different fields, and refuses one field twice", async () => {
    const world = await openWorld();
    const { programme, lead } = await led(world);
    const id = await deliveryOf(world).post({ programmeId: programme, title: "Coordinator" });
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 1, title: "Post" } })).toMatchObject({ amendPost: { problems: [] } });
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 1, title: "Coordinator", purpose: "Training" } })).toMatchObject({ amendPost: { post: { title: "Post", purpose: "Training" }, problems: [] } });
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 1, title: "Else" } })).toMatchObject({ amendPost: { problems: [{ code: "STALE", conflict: { fields: ["title"] } }] } });
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 3, start: { text: "May 2024" }, end: { text: "April 2024" } } })).toMatchObject({ amendPost: { problems: [{ code: "RULE", path: ["post", "end"] }] } });
  });
});

describe("fundPost", () => {
  it("is complete only once the shares are known and add up to the whole, and never more", async () => {
    const world = await openWorld();
    const { programme, lead } = await led(world);
    const [post, organisation] = [await deliveryOf(world).post({ programmeId: programme }), await world.given.organisation()];
    const half = { post, role: "PART_FUNDER", organisation, share: { text: "1/2" } };
    expect(await world.ask(lead, FUND, { sent: half })).toMatchObject({ fundPost: { postFunder: { share: { fraction: "1/2" }, post: { fundingComplete: false, funding: { status: "PARTIAL" } } } } });
    const made = await world.ask<{ fundPost: { postFunder: { id: string } } }>(lead, FUND, { sent: { ...half, organisation: null, description: "A trust", share: null } });
    const { id } = made.fundPost.postFunder;
    expect(made).toMatchObject({ fundPost: { postFunder: { post: { fundingComplete: false, funding: { status: "NOT_KNOWN" } } } } });
    expect(await world.ask(lead, REFUND, { sent: { id, expectedVersion: 1, share: { text: "two thirds" } } })).toMatchObject({ amendPostFunder: { postFunder: null, problems: [{ code: "RULE", path: ["postFunder", "share"], records: [{}] }] } });
    expect(await world.ask(lead, REFUND, { sent: { id, expectedVersion: 1, share: { text: "50%" } } })).toMatchObject({ amendPostFunder: { postFunder: { post: { fundingComplete: true } }, problems: [] } });
    expect(await world.ask(lead, REFUND, { sent: { id, expectedVersion: 1, amount: { amount: "£5" } } })).toMatchObject({ amendPostFunder: { postFunder: { version: 3, share: { fraction: "1/2" }, amount: { pence: 500 } }, problems: [] } });
    expect(await world.ask(lead, FUND, { sent: { ...half, share: { text: "1/100" } } })).toMatchObject({ fundPost: { problems: [{ code: "RULE", records: [{}, {}] }] } });
  });
});
