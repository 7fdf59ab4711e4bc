import { execFileSync } from "node:child_process";
import { z } from "zod";
import { programFile } from "../../src/kernel/program-file.ts";

const zBom = z.looseObject({
  components: z.array(z.looseObject({ "bom-ref": z.string(), properties: z.array(z.looseObject({ name: z.string(), value: z.string() })).optional() })),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).optional() })),
});

/**
 * Prints what the program is made of, as a CycloneDX list, from the lock file. npm's own way to leave out what only builds and tests also leaves
 * out what these share with the program, so it is taken away here, by what the lock file says of each.
 */
const { components, dependencies, ...bom } = zBom.parse(JSON.parse(execFileSync("npm", ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"], { cwd: programFile("."), encoding: "utf8", maxBuffer: 64 * 1024 * 1024 })));
const isForTests = (properties: z.output<typeof zBom>["components"][number]["properties"] = []): boolean => properties.some(({ name, value }) => name === "cdx:npm:package:development" && value === "true");
const gone = new Set(components.filter(({ properties }) => isForTests(properties)).map((component) => component["bom-ref"]));
process.stdout.write(`${JSON.stringify({
  ...bom,
  components: components.filter((component) => !gone.has(component["bom-ref"])),
  dependencies: dependencies.filter(({ ref }) => !gone.has(ref)).map(({ dependsOn = [], ...each }) => ({ ...each, dependsOn: dependsOn.filter((ref) => !gone.has(ref)) })),
}, null, 2)}\n`);
