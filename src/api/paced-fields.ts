import { defaultFieldResolver, getNamedType, getNullableType, isCompositeType, isListType, isObjectType, Kind, type GraphQLFieldResolver, type GraphQLResolveInfo, type GraphQLSchema, type SelectionSetNode } from "graphql";
import type { Context } from "./context.ts";
import type { Pace } from "./pace.ts";
import { weightOf } from "./weight.ts";

/** Has a large answer worked out a little at a time, with turns for everybody else in between: GraphQL would go through all of it in one go. */
export function paceFields(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    if (type.name.startsWith("__") || type === schema.getMutationType() || type === schema.getSubscriptionType()) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isCompositeType(getNamedType(field.type))) continue;
      const weight = weightOf(field);
      if (weight >= WEIGHTY) field.resolve = weighty(weight, field.resolve ?? defaultFieldResolver);
      else if (isListType(getNullableType(field.type))) field.resolve = listed(field.resolve ?? defaultFieldResolver);
      else if (field.resolve) field.resolve = single(field.resolve);
    }
  }
}

/** What weighs so much is worth a turn of its own, once there is much of it. */
const WEIGHTY = 10;

/** So many values are worked out in the time that a field takes for each of its points. */
const VALUES_BESIDE = 25;

type Resolve = GraphQLFieldResolver<unknown, Context>;

/** What takes long by itself begins when it is its turn. */
function weighty(weight: number, resolve: Resolve): Resolve {
  return (source, args, context, info) => {
    const wait = context.pace.step(weight * VALUES_BESIDE);
    return wait === undefined ? resolve(source, args, context, info) : wait.then((): unknown => resolve(source, args, context, info));
  };
}

/** A record that was looked up for many is gone on with by one of them after another. */
function single(resolve: Resolve): Resolve {
  return (source, args, context, info) => {
    const found = resolve(source, args, context, info);
    if (!context.pace.isLong || !(found instanceof Promise)) return found;
    return found.then(async (value: unknown) => {
      await context.pace.step(0);
      return value;
    });
  };
}

function listed(resolve: Resolve): Resolve {
  return (source, args, context, info) => {
    const found = resolve(source, args, context, info);
    return found instanceof Promise ? found.then((items: unknown) => inTurns(items, context.pace, info)) : inTurns(found, context.pace, info);
  };
}

function inTurns(items: unknown, pace: Pace, info: GraphQLResolveInfo): unknown {
  if (!Array.isArray(items)) return items;
  const size = info.fieldNodes.reduce((sum, { selectionSet }) => sum + (selectionSet === undefined ? 0 : sizeOf(selectionSet, info)), 0);
  const wait = pace.step(items.length * size);
  return pace.isLong ? inParts(items, Math.max(1, Math.floor(AT_ONCE / Math.max(1, size))), pace, wait) : items;
}

/** So many values of a list are worked out before anybody else can have a turn. */
const AT_ONCE = 500;

/** The items of a list as promises, kept for so many of them at a time. GraphQL takes those in the place of items. */
function inParts(items: readonly unknown[], many: number, pace: Pace, first: Promise<void> | undefined): unknown[] {
  let turn = first ?? Promise.resolve();
  return items.map(async (item, index) => {
    if (index > 0 && index % many === 0) turn = turn.then(async () => pace.step(0));
    await turn;
    return item;
  });
}

const sizes = new WeakMap<SelectionSetNode, number>();

/** How many fields are selected, fragments counted wherever they are spread: documents stay, and are counted once. */
function sizeOf(set: SelectionSetNode, info: GraphQLResolveInfo): number {
  const known = sizes.get(set);
  if (known !== undefined) return known;
  const size = set.selections.reduce((sum, selection) => {
    const inner = selection.kind === Kind.FRAGMENT_SPREAD ? info.fragments[selection.name.value]?.selectionSet : selection.selectionSet;
    return sum + (selection.kind === Kind.FIELD ? 1 : 0) + (inner === undefined ? 0 : sizeOf(inner, info));
  }, 0);
  sizes.set(set, size);
  return size;
}
