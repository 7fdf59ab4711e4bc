import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { nextTryAfter } from "../../../src/feeds/webhooks/schedule.ts";
import { signedHeaders } from "../../../src/feeds/webhooks/signature.ts";

const now = new Date("2026-01-05T12:00:00.000Z");
const seconds = (tries: number, chance = 0, retryAfter: string | null = null): number | null => {
  const next = nextTryAfter(tries, now, chance, retryAfter);
  return next === null ? null : (next.getTime() - now.getTime()) / 1_000;
};

describe("nextTryAfter", () => {
  const HOUR = 3_600;
  it.each([[0, 0], [1, 5], [2, 300], [3, 1_800], [4, 2 * HOUR], [5, 5 * HOUR], [6, 10 * HOUR], [7, 14 * HOUR], [8, 20 * HOUR], [9, 24 * HOUR], [10, null]])("after %s tries waits %s seconds", (tries, wait) => {
    expect(seconds(tries)).toBe(wait);
  });

  it("adds up to a tenth by chance, and takes nothing away", () => {
    expect([0, 0.5, 1].map((chance) => seconds(2, chance))).toEqual([300, 315, 330]);
  });

  it.each([
    ["120", 120], ["1", 5], ["0", 5], ["-5", 5], ["soon", 5], ["", 5], ["1e9", 5], [" 60 ", 60],
    ["999999999", 24 * HOUR], ["Mon, 05 Jan 2026 12:10:00 GMT", 600], ["Mon, 05 Jan 2026 11:00:00 GMT", 5], ["Tue, 05 Jan 2027 12:00:00 GMT", 24 * HOUR], ["2026-01-05", 5],
  ])("is asked for %j, and waits %s seconds", (asked, wait) => {
    expect(seconds(1, 0, asked)).toBe(wait);
  });
});

it("signs what Standard Webhooks signs", () => {
  const key = Buffer.from("a key of twenty-four byte");
  const headers = signedHeaders({ id: "msg_1", body: "{\"é\":1}", at: new Date("2026-01-05T12:00:00.999Z"), secrets: [`whsec_${key.toString("base64")}`] });
  expect(headers).toEqual({ "webhook-id": "msg_1", "webhook-timestamp": "1767614400", "webhook-signature": `v1,${createHmac("sha256", key).update("msg_1.1767614400.{\"é\":1}").digest("base64")}` });
});
