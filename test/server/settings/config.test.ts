import { describe, expect, test } from "vitest";
import { readSettings, SettingsError } from "../../../src/server/settings/config.ts";

describe("readSettings", () => {
  test("gives the documented defaults", () => {
    expect(readSettings({})).toEqual({
      port: 4000,
      host: "127.0.0.1",
      ledger: "data/waymark.db",
      journal: null,
      publicRead: true,
      allowedOrigins: [],
      signIn: { issuers: [], publicUrl: null, trustedProxies: 0, session: { idleHours: 8, days: 7 } },
      operations: { onlyRegistered: false, lists: [], introspection: true },
      securityContact: null,
      metrics: { networks: ["127.0.0.0/8", "::1/128"], token: null },
      past: { graphs: 8, megabytes: 256 },
      keptBytes: 32_000_000,
      smallNumber: 5,
      webhookAllowPrivate: false,
      logLevel: "info",
      limits: {
        bodyKilobytes: 256,
        tokens: 1_000,
        lines: 2_000,
        depth: 15,
        aliases: 50,
        directives: 50,
        rootFields: 30,
        fragments: 30,
        fields: 400,
        cost: 10_000,
        costPerMinute: 1_000_000,
        nodes: 50_000, values: 100_000,
        inputDepth: 12,
        inputList: 250,
        failedSignIns: 20,
        streams: 1_000,
        streamsPerClient: 50,
        streamStallSeconds: 30,
        streamBeatSeconds: 15,
        operationSeconds: 10,
        downloadSeconds: 300,
        headersSeconds: 10,
        importMegabytes: 20,
        importRows: 50_000,
        connections: 3_000,
        connectionsPerAddress: 500,
        requestSeconds: 30,
      },
    });
  });

  test("takes what is set, and leaves the environment of others alone", () => {
    const settings = readSettings({ PATH: "/bin", HOSTNAME: "ward", PORT: "0", LEDGER: "/srv/ledger.db", PUBLIC_READ: "false", SMALL_NUMBER: "10", PAST_GRAPHS: "3", PAST_MEGABYTES: "512", LOG_LEVEL: "warn", LIMIT_DEPTH: "20", LIMIT_COST_PER_MINUTE: "1000000000" });
    expect(settings).toMatchObject({ port: 0, ledger: "/srv/ledger.db", publicRead: false, smallNumber: 10, past: { graphs: 3, megabytes: 512 }, logLevel: "warn", limits: { depth: 20, costPerMinute: 1_000_000_000 } });
  });

  test("takes origins of others, each once, however they are written", () => {
    expect(readSettings({ ALLOWED_ORIGINS: "https://Dashboard.example.nhs.uk/, http://127.0.0.1:5000,https://dashboard.example.nhs.uk," }).allowedOrigins).toEqual(["https://dashboard.example.nhs.uk", "http://127.0.0.1:5000"]);
    expect(readSettings({ ALLOWED_ORIGINS: "" }).allowedOrigins).toEqual([]);
  });

  test("tells the schema to whoever may ask, unless only registered operations are answered, or it is told otherwise", () => {
    expect(readSettings({ OPERATIONS: "registered", OPERATION_LISTS: "one.json, /srv/two.json,one.json" }).operations).toEqual({ onlyRegistered: true, lists: ["one.json", "/srv/two.json"], introspection: false });
    expect(readSettings({ OPERATIONS: "registered", INTROSPECTION: "true" }).operations.introspection).toBe(true);
    expect(readSettings({ INTROSPECTION: "false" }).operations).toEqual({ onlyRegistered: false, lists: [], introspection: false });
  });

  test.each([
    ["127.0.0.1", true],
    ["127.8.0.1", true],
    ["localhost", true],
    ["::1", true],
  ])("reads in public by default on the loopback address %s", (HOST, publicRead) => {
    expect(readSettings({ HOST }).publicRead).toBe(publicRead);
  });

  test.each(["0.0.0.0", "::", "192.168.1.4", "tracker.example.nhs.uk"])("does not read in public on %s unless it is told to", (HOST) => {
    expect(readSettings({ HOST }).publicRead).toBe(false);
    expect(readSettings({ HOST, PUBLIC_READ: "true" }).publicRead).toBe(true);
    expect(readSettings({ HOST, PUBLIC_READ: "false" }).publicRead).toBe(false);
  });

  test.each([
    [{ PORT: "abc" }, "PORT is “abc”. It takes a whole number from 0 to 65,535."],
    [{ PORT: "65536" }, "PORT is “65536”. It takes a whole number from 0 to 65,535."],
    [{ PORT: "-1" }, "PORT is “-1”. It takes a whole number from 0 to 65,535."],
    [{ PORT: "" }, "PORT is empty. It takes a whole number from 0 to 65,535."],
    [{ PORT: "40\n00" }, "PORT is “40 00”. It takes a whole number from 0 to 65,535."],
    [{ HOST: "http://127.0.0.1" }, "HOST is “http://127.0.0.1”. It takes a host name or address without a port, such as 127.0.0.1 or ::."],
    [{ PUBLIC_READ: "yes" }, "PUBLIC_READ is “yes”. It takes true or false."],
    [{ PUBLIC_URL: "http://waymark.example.nhs.uk" }, "PUBLIC_URL is “http://waymark.example.nhs.uk”. It takes an https address without a path, such as https://waymark.example.nhs.uk."],
    [{ PUBLIC_URL: "https://example.nhs.uk/waymark" }, "PUBLIC_URL is “https://example.nhs.uk/waymark”. It takes an https address without a path, such as https://waymark.example.nhs.uk."],
    [{ ALLOWED_ORIGINS: "dashboard.example.nhs.uk" }, "ALLOWED_ORIGINS is “dashboard.example.nhs.uk”. It takes origins with commas between them, each with https and without a path, such as https://dashboard.example.nhs.uk."],
    [{ ALLOWED_ORIGINS: "https://a.example, *" }, "ALLOWED_ORIGINS is “https://a.example, *”. It takes origins with commas between them, each with https and without a path, such as https://dashboard.example.nhs.uk."],
    [{ PUBLICURL: "https://waymark.example.nhs.uk" }, "PUBLICURL is not a setting. Did you mean PUBLIC_URL?"],
    [{ TRUSTED_PROXIES: "yes" }, "TRUSTED_PROXIES is “yes”. It takes a whole number from 0 to 10."],
    [{ SIGN_IN: "/nowhere/sign-in.json" }, "SIGN_IN names /nowhere/sign-in.json, which cannot be read."],
    [{ PAST_GRAPHS: "0" }, "PAST_GRAPHS is “0”. It takes a whole number from 1 to 1,000."],
    [{ PAST_MEGABYTES: "much" }, "PAST_MEGABYTES is “much”. It takes a whole number from 1 to 100,000."],
    [{ SMALL_NUMBER: "0" }, "SMALL_NUMBER is “0”. It takes a whole number from 1 to 1,000."],
    [{ SMALL_NUMBER: "1001" }, "SMALL_NUMBER is “1001”. It takes a whole number from 1 to 1,000."],
    [{ SMALL_NUMBER: "five" }, "SMALL_NUMBER is “five”. It takes a whole number from 1 to 1,000."],
    [{ SMALL_NUMBER: "4.5" }, "SMALL_NUMBER is “4.5”. It takes a whole number from 1 to 1,000."],
    [{ SMALLNUMBER: "7" }, "SMALLNUMBER is not a setting. Did you mean SMALL_NUMBER?"],
    [{ OPERATIONS: "some" }, "OPERATIONS is “some”. It takes one of any, registered."],
    [{ OPERATION_LISTS: "dashboard.json" }, "OPERATION_LISTS is set, and OPERATIONS is not registered, so nothing would keep to it. Set OPERATIONS=registered, or leave the lists out."],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL is “loud”. It takes one of fatal, error, warn, info, debug, trace, silent."],
    [{ LEDGER: " " }, "LEDGER is not the path of a file. It takes a path, such as data/waymark.db, or the address of a database of PostgreSQL."],
    [{ LEDGER: "mysql://db" }, "LEDGER is not the path of a file. It takes a path, such as data/waymark.db, or the address of a database of PostgreSQL."],
    [{ LEDGER_COPY: " " }, "LEDGER_COPY is not the path of a file. It takes a path, such as data/waymark.db."],
    [{ LIMIT_DEPTH: "0" }, "LIMIT_DEPTH is “0”. It takes a whole number from 1 to 100."],
    [{ LIMIT_TOKENS: "2000" }, "LIMIT_TOKENS is “2000”. It takes a whole number from 1 to 1,500."],
    [{ LIMIT_HEADERS_SECONDS: "31" }, "LIMIT_HEADERS_SECONDS is 31. It takes at most LIMIT_REQUEST_SECONDS, which is 30."],
    [{ public_read: "true" }, "public_read is not a setting. Did you mean PUBLIC_READ?"],
    [{ "PUBLIC-READ": "true" }, "PUBLIC-READ is not a setting. Did you mean PUBLIC_READ?"],
    [{ LOGLEVEL: "warn" }, "LOGLEVEL is not a setting. Did you mean LOG_LEVEL?"],
  ])("refuses %j in one line", (variables, message) => {
    expect(() => readSettings(variables)).toThrow(new SettingsError(message));
  });

  test("refuses a limit that there is not, and names those that there are", () => {
    expect(() => readSettings({ LIMIT_DEEPNESS: "9" })).toThrow(/^LIMIT_DEEPNESS is not a setting\. The limits are LIMIT_BODY_KILOBYTES, .*LIMIT_DEPTH/);
  });

  test("takes the address of a database of PostgreSQL, and keeps a copy beside it", () => {
    const LEDGER = "postgres://waymark:secret@db:5432/waymark";
    expect(readSettings({ LEDGER })).toMatchObject({ journal: LEDGER, ledger: "data/copy.db" });
    expect(readSettings({ LEDGER, LEDGER_COPY: "/srv/copy.db" })).toMatchObject({ journal: LEDGER, ledger: "/srv/copy.db" });
  });

  test("refuses an address of PostgreSQL that names no database, without repeating its password", () => {
    const message = "LEDGER is not the address of a database. It takes one as postgres://user:password@host:5432/database, or a file's path, such as data/waymark.db.";
    expect(() => readSettings({ LEDGER: "postgres://waymark:secret@db" })).toThrow(new SettingsError(message));
  });
});
