import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { readSettings, SettingsError } from "../../../src/server/settings/config.ts";
import { personIn } from "../../../src/server/sign-in/person.ts";

const secret = "tell-nobody";
const north = { name: "north", issuer: "https://login.example.nhs.uk/north", clientId: "waymark" };

function written(content: unknown, files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "waymark-settings-"));
  onTestFinished(() => { rmSync(folder, { recursive: true }); });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const file = join(folder, "sign-in.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

describe("the file that SIGN_IN names", () => {
  test("is read once, with secrets from files beside it", () => {
    const SIGN_IN = written([{ ...north, clientSecretFile: "north.secret", roles: [{ group: "leads", role: "LEAD", holdsFor: "pr_1" }, { group: "all", role: "READER" }] }], { "north.secret": `${secret}\n` });
    expect(readSettings({ SIGN_IN }).signIn.issuers).toEqual([
      {
        ...north, title: "north", clientSecret: secret, audience: undefined, scopes: ["openid", "profile"], groupsClaim: "groups",
        roles: [{ group: "leads", role: "LEAD", holdsFor: "pr_1" }, { group: "all", role: "READER", holdsFor: null }],
      },
    ]);
  });

  test.each([
    ["not JSON", "{", "is not well-formed JSON."],
    ["no list", {}, "is not a list of issuers, each with name, issuer and clientId."],
    ["an empty list", [], "names no issuer."],
    ["an issuer without a client", [{ ...north, clientId: undefined }], "has a mistake: issuer 1, clientId is text."],
    ["a name that is taken", [{ ...north, name: "link" }], /has a mistake: issuer 1, name is a short name .*; link is taken\.$/],
    ["plain http", [north, { ...north, name: "south", issuer: "http://login.example.nhs.uk" }], "has a mistake: issuer 2, issuer is not an address of an issuer. It takes an https address, or http on this machine."],
    ["two of one name", [north, { ...north, issuer: "https://other.example" }], "names two issuers the same."],
    ["one issuer twice", [north, { ...north, name: "south" }], "has the same issuer twice."],
    ["a setting that there is not", [{ ...north, client_secret: secret }], "has a mistake: issuer 1 has client_secret, which is not a setting."],
    ["two secrets", [{ ...north, clientSecret: secret, clientSecretFile: "x" }], "has a mistake: issuer 1 has both clientSecret and clientSecretFile. It takes one of them."],
    ["a secret that is not text", [{ ...north, clientSecret: [secret] }], "has a mistake: issuer 1, clientSecret is text."],
    ["a secret that is not there", [{ ...north, clientSecretFile: "nowhere" }], "says clientSecretFile for north, and no secret can be read there."],
    ["a role that there is not", [{ ...north, roles: [{ group: "g", role: "BOSS" }] }], "has a mistake: issuer 1, roles, 0, role is one of READER, LEAD, DEPUTY, OFFICE, STEWARD, AUDITOR."],
  ])("is refused in one line with %s, which tells no secret", (_, content, message) => {
    const SIGN_IN = written(content);
    const reading = (): unknown => readSettings({ SIGN_IN });
    expect(reading).toThrow(SettingsError);
    expect(reading).toThrow(typeof message === "string" ? new SettingsError(`SIGN_IN names ${SIGN_IN}, which ${message}`) : message);
    expect(reading).not.toThrow(secret);
    expect(reading).not.toThrow("\n");
  });

  test("needs to be told where browsers find the server, where that is not this machine", () => {
    const SIGN_IN = written([north]);
    expect(() => readSettings({ SIGN_IN, HOST: "0.0.0.0" })).toThrow(/^PUBLIC_URL is not set\./);
    expect(readSettings({ SIGN_IN, HOST: "0.0.0.0", PUBLIC_URL: "https://waymark.example.nhs.uk/" }).signIn.publicUrl).toBe("https://waymark.example.nhs.uk");
  });
});

describe("somebody's groups", () => {
  const settings = {
    ...north, title: "North Trust", clientSecret: undefined, audience: undefined, scopes: [], groupsClaim: "realm_access.roles",
    roles: [{ group: "leads", role: "LEAD", holdsFor: "pr_1" }, { group: "office", role: "OFFICE", holdsFor: null }] as const,
  };
  const grantsOf = (claims: Readonly<Record<string, unknown>>) => personIn(claims, "ann", settings).grants;

  test.each([
    ["within a claim", { realm_access: { roles: ["office", "canteen"] } }, [{ role: "OFFICE", holdsFor: null }]],
    ["in a claim with a dot in its name", { "realm_access.roles": ["leads", "office"] }, [{ role: "LEAD", holdsFor: "pr_1" }, { role: "OFFICE", holdsFor: null }]],
    ["as one text", { realm_access: { roles: "leads" } }, [{ role: "LEAD", holdsFor: "pr_1" }]],
    ["nowhere", {}, []],
    ["as something else", { realm_access: { roles: { leads: true } } }, []],
    ["where lists of lists are", { realm_access: ["roles"] }, []],
  ])("are found %s", (_, claims, grants) => {
    expect(grantsOf(claims)).toEqual(grants);
  });

  test.each([
    [{ name: " Ann\u0000 Lead " }, "Ann  Lead"],
    [{ name: "x".repeat(300) }, "x".repeat(200)],
    [{ name: "\ud800" }, "Somebody of North Trust"],
    [{ given_name: "Ann", family_name: "Lead", nickname: "Annie" }, "Ann Lead"],
    [{ name: "ann@example.nhs.uk", given_name: "Ann" }, "Ann"],
    [{ family_name: "Lead", given_name: 7 }, "Lead"],
    [{ nickname: "Annie", preferred_username: "alead" }, "Annie"],
    [{ preferred_username: "alead", email: "ann@example.nhs.uk" }, "alead"],
    [{ preferred_username: "ann@example.nhs.uk", email: "ann@example.nhs.uk" }, "Somebody of North Trust"],
    [{ nickname: "07700 900000", preferred_username: "ANN@NORTH" }, "Somebody of North Trust"],
  ])("come with a name, and no address: %j", (claims, name) => {
    expect(personIn(claims, "ann", settings).displayName).toBe(name);
  });
});
