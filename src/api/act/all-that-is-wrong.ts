import { defaultFieldResolver, getNamedType, type GraphQLSchema } from "graphql";
import { isId, prefixOf } from "../../kernel/identity.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import { neverShown } from "../access/audience.ts";
import type { Context } from "../context.ts";
import type { AnyRecord } from "../record.ts";
import { brokenTexts } from "./broken-texts.ts";
import { notFound } from "./not-found.ts";
import type { Payload } from "./payload.ts";
import type { Path } from "./ruled.ts";
import { placesIn, type Place } from "./sent-places.ts";

/**
 * Lets every mutation that is refused say all at once. An act goes no further than what it lacks allows: without its programme, no rule
 * says anything of a date. What of all that was sent can be judged by itself is therefore judged here, where the act had not come to it:
 * that a record is not there for this viewer, that a date, an amount or a count cannot be read, that words are none.
 *
 * A text that cannot be one is refused wherever it stands. An act may not come to read it, so with such a text it is only tried.
 */
export function sayAllThatIsWrong(schema: GraphQLSchema, kinds: readonly RecordKind[], record: AnyRecord): void {
  const unseen = new Set(kinds.filter(({ table }) => neverShown(table)).map(({ prefix }) => prefix));
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { args, name, resolve = defaultFieldResolver } = field;
    // What is restored is not there, what is erased need not be shown to whoever does it, and who has access no path to records shows: of these the act itself says it all.
    const isReached = name === "restore" || getNamedType(field.type).name === "ErasedPayload";
    const isLeftToAct = ({ path, id }: Place): boolean => (isReached && path[0] === "id") || (id !== undefined && isId(id) && unseen.has(prefixOf(id)));
    field.resolve = async (root, sent: Readonly<Record<string, unknown>>, context: Context, info) => {
      const broken = brokenTexts(sent);
      const tried: unknown = await resolve(root, broken.length === 0 ? sent : { ...sent, dryRun: true }, context, info);
      const answer = isRefused(tried) || broken.length === 0 ? tried : refusedFor(broken);
      if (!isRefused(answer)) return answer;
      const places = placesIn(args, sent).filter((place) => !isLeftToAct(place) && !isSaidOf(answer.problems, place.path));
      const more = await Promise.all(places.map(async (place) => wrongAt(context, record, place)));
      const problems = [...answer.problems, ...more.flat()];
      return { ...answer, problems: [...problems, ...broken.filter(({ path = [] }) => !isSaidOf(problems, path))] };
    };
  }
}

function refusedFor(problems: readonly Problem[]): Payload<null> {
  return { problems, entry: null, isRepeat: false, record: null, changed: [] };
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
