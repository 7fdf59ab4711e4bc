import { describe, expect, it } from "vitest";
import type { Viewer } from "../../../src/api/access/viewer.ts";
import { makeKey, viewerOf } from "../../../src/domain/partners/access/signing-in.ts";
import { secretOf } from "../../../src/domain/partners/webhook/secret.ts";
import { londonDay, readDay } from "../../../src/kernel/day.ts";
import type { Role } from "../../../src/api/access/role.ts";
import { holding, openWorld, type World } from "../../support/domain-world.ts";

const today = londonDay(new Date());

const FIELDS = "id version address description types status pausedFor since fingerprint formerEndsAt key { id } viewerCan { act allowed }";
const CREATE = `mutation ($webhook: CreateWebhookInput!, $dryRun: Boolean) { createWebhook(webhook: $webhook, dryRun: $dryRun) { secret entry isRepeat webhook { ${FIELDS} } problems { code message path } } }`;
const AMEND = `mutation ($webhook: AmendWebhookInput!) { amendWebhook(webhook: $webhook) { webhook { ${FIELDS} } problems { code message path } } }`;
const ROTATE = `mutation ($webhook: RotateWebhookSecretInput!, $dryRun: Boolean) { rotateWebhookSecret(webhook: $webhook, dryRun: $dryRun) { secret webhook { ${FIELDS} } problems { code message path } } }`;
const does = (verb: "pause" | "resume" | "end"): string => `mutation ($webhook: RecordAsReadInput!) { ${verb}Webhook(webhook: $webhook) { webhook { ${FIELDS} } problems { code message path } } }`;
const LIST = `{ webhooks(first: 100) { nodes { ${FIELDS} } } }`;

// oxlint-disable-next-line no-unsafe-type-assertion -- what expect gives matches any text
const saying = (words: string): string => expect.stringContaining(words) as string;

interface Hook { readonly id: string; readonly version: number; readonly fingerprint: string }
interface Created { readonly createWebhook: { readonly secret: string; readonly webhook: Hook } }

async function opened() {
  const world = await openWorld(today);
  const system = await world.given.place({ level: "SYSTEM" });
  const programme = await world.given.programme({ systemId: system });
  return { world, system, programme, owner: await keyed(world, "READER", programme), office: await keyed(world, "OFFICE", system) };
}

/** Somebody who signed in with a key of their own. */
async function keyed({ ledger }: World, role: Role, holdsFor: string | null): Promise<Viewer> {
  const { id } = await makeKey(ledger, { name: "A tool", role, holdsFor, expiresOn: readDay("2099-01-01"), actor: "test" });
  const lease = ledger.lease();
  try {
    return viewerOf(lease.graph, id, today);
  } finally {
    lease.release();
  }
}

const address = "https://example.nhs.uk/hook";
const asRead = ({ id, version }: Hook) => ({ id, expectedVersion: version });

describe("createWebhook", () => {
  it("gives a secret of Standard Webhooks once, and keeps it in no entry and no answer", async () => {
    const { world, owner } = await opened();
    const webhook = { address, description: "The board's dashboard", types: ["milestone.changed", "report.due"] };
    expect(await world.ask(owner, CREATE, { webhook, dryRun: true })).toMatchObject({ createWebhook: { secret: null, entry: null, problems: [], webhook: { address } } });
    const first = await world.answer(owner, CREATE, { webhook }, "hook-1");
    expect(first.data).toMatchObject({ createWebhook: { isRepeat: false, problems: [], webhook: { ...webhook, status: "ACTIVE", pausedFor: null, since: today, key: { id: owner.accountId } } } });
    const [, secret = "", bytes = ""] = /"secret":"(whsec_([\w+/=]+))"/.exec(JSON.stringify(first.data)) ?? [];
    expect(Buffer.from(bytes, "base64").length).toBe(32);
    expect((await world.answer(owner, CREATE, { webhook }, "hook-1")).data).toMatchObject({ createWebhook: { isRepeat: true, secret: null, webhook } });
    expect(JSON.stringify(await world.ask(owner, LIST))).not.toContain(secret);
    expect(JSON.stringify(world.ledger.entriesAfter(0, 100))).not.toContain(bytes);
    const [, fingerprint = ""] = /"fingerprint":"(\w+)"/.exec(JSON.stringify(first.data)) ?? [];
    expect(await secretOf(world.ledger.drawers, fingerprint)).toBe(secret);
  });

  it.each([
    ["http://example.nhs.uk/hook", "https only"],
    ["https://user:word@example.nhs.uk/hook", "no user name and no password"],
    ["https://:word@example.nhs.uk/hook", "no user name and no password"],
    ["https://example.nhs.uk:22/", "Port 22"],
    ["https://example.nhs.uk/#part", "behind #"],
    ["example.nhs.uk", "no address"],
    ["file:///etc/passwd", "https only"],
    [`https://example.nhs.uk/${"x".repeat(2_000)}`, "more than 2000"],
  ])("refuses %s", async (wrong, says) => {
    const { world, owner } = await opened();
    const head = world.ledger.head();
    expect(await world.ask(owner, CREATE, { webhook: { address: wrong } })).toMatchObject({ createWebhook: { secret: null, webhook: null, problems: [{ code: "RULE", path: ["webhook", "address"], message: saying(says) }] } });
    expect(world.ledger.head()).toBe(head);
  });

  it("takes plain http for the machine itself, and no type that there is none of", async () => {
    const { world, owner } = await opened();
    expect(await world.ask(owner, CREATE, { webhook: { address: "http://127.0.0.1:81/hook" } })).toMatchObject({ createWebhook: { problems: [] } });
    expect(await world.ask(owner, CREATE, { webhook: { address, types: ["report.due", "milestone.change"] } })).toMatchObject({ createWebhook: { problems: [{ code: "INVALID_CHOICE", path: ["webhook", "types", "1"], message: saying("Did you mean milestone.changed?") }] } });
    const { webhookTypes } = await world.ask<{ webhookTypes: { name: string }[] }>(owner, "{ webhookTypes { name meaning } }");
    expect(webhookTypes.map(({ name }) => name)).toEqual(expect.arrayContaining(["action.due", "status_report.created", "milestone.removed"]));
    expect(webhookTypes.filter(({ name }) => !/^[a-z]\w*(\.\w+)+$/.test(name) || /^(account|access_key|role_grant|webhook)\./.test(name))).toEqual([]);
  });

  it("is for those who hold a role, twenty at a time", async () => {
    const { world, owner } = await opened();
    expect(await world.refused({ ...owner, grants: [] }, CREATE, { webhook: { address } })).toEqual([expect.stringContaining("whoever it belongs to")]);
    for (let made = 0; made < 20; made += 1) await world.ask(owner, CREATE, { webhook: { address } });
    expect(await world.ask(owner, CREATE, { webhook: { address } })).toMatchObject({ createWebhook: { secret: null, problems: [{ code: "RULE", message: saying("20") }] } });
  });
});

describe("a webhook", () => {
  it("is amended, paused, resumed and ended by its owner", async () => {
    const { world, owner } = await opened();
    const { createWebhook: { webhook } } = await world.ask<Created>(owner, CREATE, { webhook: { address, types: ["report.due"] } });
    const { id } = webhook;
    expect(await world.ask(owner, AMEND, { webhook: { ...asRead(webhook), address: "http://10.0.0.1/" } })).toMatchObject({ amendWebhook: { problems: [{ code: "RULE", path: ["webhook", "address"] }] } });
    expect(await world.ask(owner, AMEND, { webhook: { ...asRead(webhook), address: "https://example.nhs.uk:8443/other", types: null } })).toMatchObject({ amendWebhook: { problems: [], webhook: { address: "https://example.nhs.uk:8443/other", types: [] } } });
    expect(await world.ask(owner, does("resume"), { webhook: { id, expectedVersion: 2 } })).toMatchObject({ resumeWebhook: { problems: [{ code: "NOT_ALLOWED_NOW" }] } });
    expect(await world.ask(owner, does("pause"), { webhook: { id, expectedVersion: 2 } })).toMatchObject({ pauseWebhook: { webhook: { status: "PAUSED", pausedFor: "ASKED" } } });
    expect(await world.ask(owner, does("resume"), { webhook: { id, expectedVersion: 2 } })).toMatchObject({ resumeWebhook: { problems: [{ code: "STALE" }] } });
    expect(await world.ask(owner, does("resume"), { webhook: { id, expectedVersion: 3 } })).toMatchObject({ resumeWebhook: { webhook: { status: "ACTIVE", pausedFor: null } } });
    expect(await world.ask(owner, does("end"), { webhook: { id, expectedVersion: 4 } })).toMatchObject({ endWebhook: { webhook: { status: "ENDED" } } });
    for (const [verb, source] of [["resume", does("resume")], ["pause", does("pause")], ["amend", AMEND]] as const) {
      expect(await world.ask(owner, source, { webhook: { id, expectedVersion: 5 } })).toMatchObject({ [`${verb}Webhook`]: { problems: [{ code: "NOT_ALLOWED_NOW", message: saying("stays so") }] } });
    }
  });

  it("gets a new secret beside the old one", async () => {
    const { world, owner } = await opened();
    const { createWebhook: { secret, webhook } } = await world.ask<Created>(owner, CREATE, { webhook: { address } });
    expect(await world.ask(owner, ROTATE, { webhook: { ...asRead(webhook), overlapHours: 169 } })).toMatchObject({ rotateWebhookSecret: { secret: null, problems: [{ code: "RULE", path: ["webhook", "overlapHours"] }] } });
    const { rotateWebhookSecret: rotated } = await world.ask<{ rotateWebhookSecret: Created["createWebhook"] & { webhook: { formerEndsAt: string } } }>(owner, ROTATE, { webhook: asRead(webhook) });
    expect(rotated.secret).not.toBe(secret);
    const hours = (Date.parse(rotated.webhook.formerEndsAt) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThanOrEqual(24);
    expect(await Promise.all([webhook, rotated.webhook].map(async ({ fingerprint }) => secretOf(world.ledger.drawers, fingerprint)))).toEqual([secret, rotated.secret]);
  });

  it("is shown to its owner and to those who answer for them, and sends nowhere else by their act", async () => {
    const { world, owner, office, programme } = await opened();
    const { createWebhook: { webhook } } = await world.ask<Created>(owner, CREATE, { webhook: { address } });
    const another = await keyed(world, "LEAD", programme);
    const elsewhere = await keyed(world, "OFFICE", await world.given.programme({ systemId: await world.given.place({ level: "SYSTEM" }) }));
    const viewers = [owner, office, another, elsewhere, holding("AUDITOR", null)];
    const shown = await Promise.all(viewers.map(async (viewer) => (await world.ask<{ webhooks: { nodes: unknown[] } }>(viewer, LIST)).webhooks.nodes.length));
    const one = await Promise.all(viewers.map(async (viewer) => (await world.ask<{ webhook: { id: string } | null }>(viewer, "query ($id: ID!) { webhook(id: $id) { id } }", { id: webhook.id })).webhook));
    expect(one.map((each) => (each === null ? 0 : 1))).toEqual(shown);
    expect(shown).toEqual([1, 1, 0, 0, 1]);
    for (const viewer of [office, another, elsewhere, holding("STEWARD", null)]) {
      for (const source of [AMEND, ROTATE, does("resume")]) expect(await world.refused(viewer, source, { webhook: asRead(webhook) })).toEqual([expect.stringContaining("whoever it belongs to")]);
    }
    const allowed = async (viewer: Viewer): Promise<unknown> => (await world.ask<{ webhooks: { nodes: { viewerCan: { act: string; allowed: boolean }[] }[] } }>(viewer, LIST)).webhooks.nodes[0]?.viewerCan.filter((one) => one.allowed).map(({ act }) => act);
    expect(await allowed(office)).toEqual(["WEBHOOK_END", "WEBHOOK_PAUSE"]);
    expect(await allowed(owner)).toEqual(["WEBHOOK_AMEND", "WEBHOOK_END", "WEBHOOK_PAUSE", "WEBHOOK_REDELIVER", "WEBHOOK_RESUME", "WEBHOOK_ROTATE_SECRET", "WEBHOOK_TEST"]);
    expect(await world.refused(another, does("end"), { webhook: asRead(webhook) })).toHaveLength(1);
    expect(await world.ask(office, does("end"), { webhook: asRead(webhook) })).toMatchObject({ endWebhook: { webhook: { status: "ENDED" } } });
  });

  it("lies in no feed, no history and no search", async () => {
    const { world, owner } = await opened();
    const { createWebhook: { webhook } } = await world.ask<Created>(owner, CREATE, { webhook: { address, description: "Unheard of" } });
    const found = await world.ask(holding("STEWARD", null), `{ node(id: "${webhook.id}") { id } changes(first: 100) { nodes { id } } search(query: "Unheard of", first: 10) { nodes { __typename } } }`);
    expect(found).toMatchObject({ node: null });
    expect(JSON.stringify(found)).not.toContain(webhook.id);
  });
});
