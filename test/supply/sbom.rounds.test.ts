import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { expect, it } from "vitest";
import { z } from "zod";
import { programFile } from "../../src/kernel/program-file.ts";

const schemas = join(dirname(createRequire(import.meta.url).resolve("@cyclonedx/cyclonedx-library/package.json")), "res", "schema");
const zPackage = z.looseObject({ name: z.string(), version: z.string(), dependencies: z.record(z.string(), z.string()) });
const zBom = z.looseObject({ components: z.array(z.looseObject({ name: z.string(), version: z.string(), licenses: z.array(z.unknown()).optional() })) });

function schema(name: string): object {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(join(schemas, `${name}.SNAPSHOT.schema.json`), "utf8")));
}

it("lists what is in the program, by the official schema of CycloneDX, and what each part is licensed under", () => {
  const text = execFileSync("npm", ["run", "--silent", "sbom"], { cwd: programFile("."), encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  for (const name of ["spdx", "jsf-0.82"]) ajv.addSchema({ ...schema(name), $id: `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json` });
  const validate = ajv.compile(schema("bom-1.5"));
  const bom: unknown = JSON.parse(text);
  validate(bom);
  expect(validate.errors).toBeNull();
  const { components } = zBom.parse(bom);
  const { dependencies } = zPackage.parse(JSON.parse(readFileSync(programFile("package.json"), "utf8")));
  // All that it is made of, and nothing that only tests it.
  expect(Object.entries(dependencies).filter(([name, version]) => !components.some((each) => each.name === name && each.version === version))).toEqual([]);
  expect(components.map(({ name }) => name)).not.toContain("vitest");
  expect(components.filter(({ licenses = [] }) => licenses.length === 0).map(({ name, version }) => `${name}@${version}`)).toEqual([]);
});
