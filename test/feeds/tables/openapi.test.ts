import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { RunningServer } from "../../../src/server/http.ts";
import { ownLedger, type OwnLedger } from "../../support/ledger-file.ts";
import { serverOver } from "../../support/served.ts";
import { tables } from "../../support/tables.ts";

const parameter = z.looseObject({ name: z.string(), in: z.string() });
const operation = z.looseObject({ operationId: z.string(), parameters: z.array(z.union([parameter, z.object({ $ref: z.string() })])), responses: z.record(z.string(), z.unknown()) });
const description = z.looseObject({
  openapi: z.string(),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(z.string(), z.union([z.strictObject({ get: operation }), z.strictObject({ post: operation })])),
  components: z.looseObject({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});

describe("the description of the addresses", () => {
  let own: OwnLedger;
  let server: RunningServer;
  let described: z.output<typeof description>;
  beforeAll(async () => {
    own = await ownLedger("THE_DOCUMENTS");
    server = await serverOver(own.ledger);
    described = description.parse(await (await fetch(`${server.url}/openapi.json`)).json());
  });
  afterAll(async () => {
    await server.close();
    await own.end();
  });

  it("is one of OpenAPI 3.1, as a validator of that says", async () => {
    expect(described.openapi).toBe("3.1.0");
    expect(await new Validator().validate(described)).toEqual({ valid: true });
    expect(await new Validator().validate({ ...described, info: {} })).toMatchObject({ valid: false });
  });

  it("has every table, under the address of this server, with all that can be asked of it", () => {
    expect(described.servers).toEqual([{ url: server.url }]);
    for (const { name, parameters } of tables) {
      const path = described.paths[`/tables/${name}.{format}`];
      const asked = path !== undefined && "get" in path ? path.get.parameters.flatMap((one) => ("name" in one ? [one.name] : [])) : null;
      expect({ name, asked }).toEqual({ name, asked: parameters.map((one) => one.name) });
    }
  });

  it("says of every row what it is: the rows fit, with their provenance too, and others do not", async () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    for (const { name, parameters } of tables) {
      const query = parameters.some((one) => one.name === "provenance") ? "?provenance=true" : "";
      const rows: unknown = await (await fetch(`${server.url}/tables/${name}.json${query}`)).json();
      const fits = ajv.compile({ type: "array", items: described.components.schemas[name] ?? false });
      expect({ name, fits: fits(rows), why: fits.errors }).toEqual({ name, fits: true, why: null });
      expect({ name, fits: fits([{ id: "ms_1" }]) }).toEqual({ name, fits: false });
    }
  });
});
