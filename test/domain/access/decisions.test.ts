import { describe, expect, it } from "vitest";
import { createAccessKey, endRole, grantRole, revokeAccessKey, wrongScope } from "../../../src/domain/partners/access/decisions.ts";
import { stateOf } from "../../../src/domain/partners/access/rules.ts";
import type { AccessKeyRow, RoleGrantRow } from "../../../src/domain/partners/access/store.ts";
import { readDay } from "../../../src/kernel/day.ts";

const today = readDay("2024-07-05");
const day = readDay;
const programme = { id: "pg_0000000000000000", systemId: "pl_0000000000000000" };
const withheld = { version: 1, audience: "MEMBERS", systemId: null, gaps: {}, isExample: null, seenBy: "NOBODY" } as const;
const key: AccessKeyRow = { ...withheld, id: "ky_0000000000000000", name: "Dashboard", prefix: "wmk_abcd", fingerprint: "f", expiresOn: day("2025-01-01"), revokedOn: null };
const grant: RoleGrantRow = { ...withheld, id: "rg_0000000000000000", accountId: "ac_0000000000000000", keyId: null, role: "LEAD", holdsForId: programme.id, inSystemId: null, origin: "GIVEN", since: day("2024-01-01"), until: null };
const account = "ac_0000000000000000";

const codes = ({ problems }: { readonly problems: readonly { readonly code: string; readonly path?: readonly (string | number)[] }[] }): string[] => problems.map(({ code, path }) => `${code} ${(path ?? []).join(".")}`.trim());

describe("createAccessKey", () => {
  it.each([
    ["a year, unless it says", undefined, "2025-07-05", []],
    ["as long as it says", "2024-08-01", "2024-08-01", []],
    ["today", "2024-07-05", "2024-07-05", []],
    ["no day that is over", "2024-07-04", "2024-07-04", ["RULE expiresOn"]],
  ])("opens for %s", (_, expiresOn, end, problems) => {
    const ruled = createAccessKey({ name: "Dashboard", expiresOn: expiresOn === undefined ? null : day(expiresOn) }, { prefix: "wmk_abcd", fingerprint: "f" }, today);
    expect(ruled.fields).toEqual({ audience: "MEMBERS", name: "Dashboard", prefix: "wmk_abcd", fingerprint: "f", expiresOn: end });
    expect(codes(ruled)).toEqual(problems);
  });
});

describe("revokeAccessKey", () => {
  it("is done once", () => {
    expect(revokeAccessKey(key, today)).toEqual({ fields: { revokedOn: today }, problems: [] });
    expect(codes(revokeAccessKey({ ...key, revokedOn: day("2024-01-01") }, today))).toEqual(["NOT_ALLOWED_NOW"]);
  });
});

describe("a key's state", () => {
  it.each([["OPEN", "2025-01-01", null], ["EXPIRED", "2025-01-02", null], ["REVOKED", "2025-01-02", "2024-05-01"]])("is %s", (state, on, revokedOn) => {
    expect(stateOf({ ...key, revokedOn }, day(on))).toBe(state);
  });
});

describe("grantRole", () => {
  const held = { record: programme, forEverything: false };

  it.each([
    ["one account, one record", { account }, held, [], []],
    ["neither account nor key", {}, held, [], ["RULE account"]],
    ["account and key", { account, key: key.id }, held, [], ["RULE account"]],
    ["nothing said of what for", { account }, { record: null, forEverything: false }, [], ["RULE holdsFor"]],
    ["a record and everything", { account }, { record: programme, forEverything: true }, [], ["RULE holdsFor"]],
    ["an end before the beginning", { account, since: day("2024-08-02"), until: day("2024-08-01") }, held, [], ["BAD_WINDOW until"]],
    ["an end that is over", { account, since: day("2024-01-01"), until: day("2024-07-04") }, held, [], ["RULE until"]],
    ["the same again", { account }, held, [grant], ["ALREADY_EXISTS role"]],
    ["the same again that is to begin", { account }, held, [{ ...grant, since: day("2024-09-01") }], ["ALREADY_EXISTS role"]],
    ["the same after it ended", { account }, held, [{ ...grant, until: day("2024-07-04") }], []],
    ["what a group gives too", { account }, held, [{ ...grant, origin: "GROUP" as const }], []],
    ["another role for the same", { account }, held, [{ ...grant, role: "DEPUTY" as const }], []],
    ["the same for another", { account }, held, [{ ...grant, holdsForId: null }], []],
  ])("judges %s", (_, input, scope, before, problems) => {
    expect(codes(grantRole({ role: "LEAD", ...input }, scope, before, today))).toEqual(problems);
  });

  it("holds from today, in the system of what it is for", () => {
    expect(grantRole({ role: "LEAD", account }, held, [], today).fields).toMatchObject({ accountId: account, holdsForId: programme.id, inSystemId: programme.systemId, origin: "GIVEN", since: today, until: null });
    const system = { id: "pl_0000000000000001", level: "SYSTEM", systemId: null };
    expect(grantRole({ role: "LEAD", account }, { record: system, forEverything: false }, [], today).fields).toMatchObject({ inSystemId: system.id });
    expect(wrongScope({ record: null, forEverything: true })).toEqual([]);
  });
});

describe("endRole", () => {
  it.each([
    ["at once", null, undefined, "2024-07-04", []],
    ["on a day to come", null, "2024-08-01", "2024-08-01", []],
    ["earlier than it would", "2024-09-01", "2024-08-01", "2024-08-01", []],
    ["not later than it would", "2024-07-20", "2024-08-01", "2024-08-01", ["RULE until"]],
    ["not in the past", null, "2024-06-01", "2024-06-01", ["RULE until"]],
    ["not twice", "2024-07-04", undefined, "2024-07-04", ["NOT_ALLOWED_NOW"]],
  ])("ends it %s", (_, until, asked, end, problems) => {
    const ruled = endRole({ ...grant, until: until === null ? null : day(until) }, asked === undefined ? null : day(asked), today);
    expect([ruled.fields, codes(ruled)]).toEqual([{ until: end }, problems]);
  });
});
