import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ApolloServerErrorCode } from "@apollo/server/errors";
import { expect, it } from "vitest";
import { faultCodes } from "../../src/api/fault/fault-codes.ts";
import type { FaultCode } from "../../src/api/fault/fault-codes.ts";

const SRC = new URL("../../src", import.meta.url).pathname;

/** Of the server's own codes, the one that is given where no operation is ever kept. */
const NEVER = new Set<string>([ApolloServerErrorCode.PERSISTED_QUERY_NOT_SUPPORTED]);

it("says every code that the server gives by itself", () => {
  const own = Object.values<string>(ApolloServerErrorCode).filter((code) => !NEVER.has(code));
  expect(own.length).toBeGreaterThan(5);
  expect(own.filter((code) => !(code in faultCodes))).toEqual([]);
});

it("says no code that nothing is ever answered with", () => {
  const texts = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts") && !name.startsWith("web/") && name !== "api/fault/fault-codes.ts").map((name) => readFileSync(join(SRC, name), "utf8"));
  const own = new Set<string>(Object.values(ApolloServerErrorCode));
  // oxlint-disable-next-line no-unsafe-type-assertion -- the keys of a literal whose type names every key
  const codes = Object.keys(faultCodes) as FaultCode[];
  expect(codes.filter((code) => !own.has(code) && !texts.some((text) => text.includes(`"${code}"`)))).toEqual([]);
});
