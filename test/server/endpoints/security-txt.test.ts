import { expect, it } from "vitest";
import { readSettings } from "../../../src/server/settings/config.ts";
import { start } from "../support.ts";

it("says whom to tell of a weakness, for the next half year, where somebody is named", async () => {
  const { url } = await start({ settings: { SECURITY_CONTACT: "mailto:security@example.nhs.uk", PUBLIC_URL: "https://waymark.example.nhs.uk" } });
  const answer = await fetch(`${url}/.well-known/security.txt`);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/plain; charset=utf-8"]);
  const fields = new Map((await answer.text()).trim().split("\n").map((line): [string, string] => [line.slice(0, line.indexOf(": ")), line.slice(line.indexOf(": ") + 2)]));
  expect([fields.get("Contact"), fields.get("Canonical"), fields.get("Policy")]).toEqual(["mailto:security@example.nhs.uk", "https://waymark.example.nhs.uk/.well-known/security.txt", "https://waymark.example.nhs.uk/docs/security"]);
  const days = (Date.parse(fields.get("Expires") ?? "") - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(170);
  expect(days).toBeLessThan(365);
});

it("is not there where nobody is named, and takes nobody who cannot be reached", async () => {
  expect((await fetch(`${(await start()).url}/.well-known/security.txt`)).status).toBe(404);
  for (const SECURITY_CONTACT of ["security", "mailto:", "http://example.nhs.uk", "mailto:a@b\nExpires: never"]) expect(() => readSettings({ SECURITY_CONTACT })).toThrow(/^SECURITY_CONTACT is /);
});
