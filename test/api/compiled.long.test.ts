import { execute, getNamedType, isAbstractType, isLeafType, isObjectType, isRequiredArgument, parse, type DocumentNode, type GraphQLObjectType } from "graphql";
import { expect, it } from "vitest";
import { Compiled, type Operation } from "../../src/api/compiled.ts";
import { openContext } from "../../src/api/context.ts";
import { readDay } from "../../src/kernel/day.ts";
import { concepts } from "../../src/schema.ts";
import { officeOfEverything, openWorld } from "../support/domain-world.ts";
import { schema } from "../support/schema.ts";
import { twoOfEach } from "../support/two-of-each.ts";

/** All that a type can be asked for without saying more, so many records deep. */
function allOf(type: GraphQLObjectType, deep: number): string {
  const fields = Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument)).flatMap(({ name, type: of }) => {
    const answer = getNamedType(of);
    if (isLeafType(answer)) return [name];
    // What may be of any kind is not compiled.
    if (isAbstractType(answer) || !isObjectType(answer) || deep === 0 || name === "edges") return [];
    const below = allOf(answer, answer.name.endsWith("Connection") ? deep : deep - 1);
    return below === "" ? [] : [`${name} { ${below} }`];
  });
  return fields.join(" ");
}

it("what is compiled answers as graphql-js does, whatever it is asked for", { timeout: 120_000 }, async () => {
  const world = await openWorld();
  await twoOfEach(world, schema, concepts.flatMap(({ kinds }) => kinds));
  const compiled = new Compiled(schema, 1);
  const lease = world.ledger.lease();
  const operation = (document: DocumentNode): Operation => {
    const contextValue = openContext({ moment: lease, viewer: officeOfEverything, smallNumber: 5, today: readDay("2024-07-05"), deadline: Number.POSITIVE_INFINITY });
    return { document, operationName: undefined, variables: {}, contextValue };
  };
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ args }) => !args.some(isRequiredArgument));
  const answered: string[] = [];
  let letters = 0;
  for (const { name, type } of fields) {
    const answer = getNamedType(type);
    if (isAbstractType(answer)) continue;
    const document = parse(isObjectType(answer) ? `{ ${name} { ${allOf(answer, 2)} } }` : `{ ${name} }`);
    // oxlint-disable-next-line no-await-in-loop -- one after another, as each takes much
    const [one, other] = [await compiled.answer(operation(document)), await execute({ schema, document, contextValue: operation(document).contextValue })];
    // What is refused graphql-js refuses by itself.
    const told = JSON.stringify(one === null ? (other.errors === undefined ? null : other) : { data: one });
    expect(told, name).toBe(JSON.stringify(other));
    if (one !== null) answered.push(name);
    letters += told.length;
  }
  lease.release();
  expect(answered.length).toBeGreaterThan(50);
  expect(letters).toBeGreaterThan(100_000);
});
