import { defaultFieldResolver, getNamedType, type GraphQLSchema } from "graphql";
import { isId, prefixOf } from "../../kernel/identity.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import { neverShown } from "../audience.ts";
import type { Context } from "../context.ts";
import type { AnyRecord } from "../record.ts";
import { notFound } from "./not-found.ts";
import type { Payload } from "./payload.ts";
import type { Path } from "./ruled.ts";
import { placesIn, type Place } from "./sent-places.ts";

/**
 * Lets every mutation that is refused say all at once. An act goes no further than what it lacks allows: without its programme, no rule
 * says anything of a date. What of all that was sent can be judged by itself is therefore judged here, where the act had not come to it:
 * that a record is not there for this viewer, that a date, an amount or a count cannot be read, that words are none.
 */
export function sayAllThatIsWrong(schema: GraphQLSchema, kinds: readonly RecordKind[], record: AnyRecord): void {
  const unseen = new Set(kinds.filter(({ table }) => neverShown(table)).map(({ prefix }) => prefix));
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { args, name, resolve = defaultFieldResolver } = field;
    // What is restored is not there, what is erased need not be shown to whoever does it, and who has access no path to records shows: of these the act itself says it all.
    const isReached = name === "restore" || getNamedType(field.type).name === "ErasedPayload";
    const isLeftToAct = ({ path, id }: Place): boolean => (isReached && path[0] === "id") || (id !== undefined && isId(id) && unseen.has(prefixOf(id)));
    field.resolve = async (root, sent: Readonly<Record<string, unknown>>, context: Context, info) => {
      const answer: unknown = await resolve(root, sent, context, info);
      if (!isRefused(answer)) return answer;
      const places = placesIn(args, sent).filter((place) => !isLeftToAct(place) && !isSaidOf(answer.problems, place.path));
      const more = await Promise.all(places.map(async (place) => wrongAt(context, record, place)));
      return { ...answer, problems: [...answer.problems, ...more.flat()] };
    };
  }
}

async function wrongAt(context: Context, record: AnyRecord, { id, path, problems }: Place): Promise<readonly Problem[]> {
  return id === undefined || (await record(context, id)) !== null ? problems : [notFound(null, id, path)];
}

/** Whether something is said already of a place, or within it. */
function isSaidOf(problems: readonly Problem[], place: Path): boolean {
  return problems.some(({ path = [] }) => place.every((step, index) => String(path[index]) === String(step)));
}

function isRefused(answer: unknown): answer is Payload<unknown> {
  return typeof answer === "object" && answer !== null && "problems" in answer && Array.isArray(answer.problems) && answer.problems.length > 0;
}
