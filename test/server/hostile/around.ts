import { getNamedType, getNullableType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from "graphql";
import { fieldFor } from "../../../src/api/act/kept.ts";
import { Ids, sampleOf, type Sent } from "../../support/sample-mutation.ts";
import type { SampleActs } from "../../support/sample-acts.ts";
import type { Pair } from "../../support/two-of-each.ts";
import { HOLE } from "./hole.ts";
import type { Place } from "./places.ts";

/** What is sent around a hostile value: nothing else is wrong with it, so that nothing else is refused first. */
export class Around {
  private readonly pairs: readonly Pair[];
  private readonly acts: SampleActs;
  private readonly done = new Map<string, Sent>();

  constructor(pairs: readonly Pair[], acts: SampleActs) {
    this.pairs = pairs;
    this.acts = acts;
  }

  /** The arguments of a place's field, with the hole there. */
  async of(place: Place): Promise<Sent> {
    const ids = new Ids(this.pairs, place.field);
    const base = { ...(place.on === "Mutation" ? await this.act(place.field.name) : {}), ...this.amended(place) };
    const needed = place.field.args.filter(({ name, type, defaultValue }) => isNonNullType(type) && defaultValue === undefined && !Object.hasOwn(base, name));
    const args: Sent = { ...Object.fromEntries(needed.map(({ name, type }) => [name, sampleOf(type, [name], ids)])), ...base };
    const [name = "", ...path] = place.path;
    const type = place.field.args.find((arg) => arg.name === name)?.type;
    if (type === undefined) throw new Error(`There is no argument ${name}.`);
    return { ...args, [name]: withHole(args[name], type, path, [name], ids) };
  }

  /** An act that would be done as it stands: made once, as it is only tried. */
  private async act(name: string): Promise<Sent> {
    const known = this.done.get(name) ?? (await this.acts[name]?.()) ?? {};
    this.done.set(name, known);
    return known;
  }

  /** What is amended is of the kind whose fields are sent. */
  private amended({ on, field, path }: Place): Sent {
    const pair = on === "Mutation" && field.name === "amend" && path[0] === "changes" ? this.pairs.find(({ kind }) => fieldFor(kind) === path[1]) : undefined;
    return pair === undefined ? {} : { id: pair.first, expectedVersion: 1, changes: {} };
  }
}

function withHole(value: unknown, type: GraphQLInputType, path: readonly string[], from: readonly string[], ids: Ids): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return HOLE;
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [withHole(Array.isArray(value) ? value[0] : undefined, nullable.ofType, rest, [...from, step], ids)];
  const named = getNamedType(type);
  if (!isInputObjectType(named)) throw new Error(`${named.name} has no fields.`);
  const field = named.getFields()[step];
  if (field === undefined) throw new Error(`${named.name} has no field ${step}.`);
  const known: ReadonlyMap<string, unknown> = new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
  const inner = withHole(known.get(step), field.type, rest, [...from, step], ids);
  if (named.isOneOf) return { [step]: inner };
  const needed = Object.values(named.getFields()).filter((other) => isNonNullType(other.type) && other.defaultValue === undefined && !known.has(other.name) && other.name !== step);
  return { ...Object.fromEntries([...known, ...needed.map((other) => [other.name, sampleOf(other.type, [...from, other.name], ids)] as const)]), [step]: inner };
}
