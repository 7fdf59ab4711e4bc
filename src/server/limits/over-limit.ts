import { OperationTypeNode, type GraphQLError, type OperationDefinitionNode } from "graphql";
import { counted } from "./counted.ts";
import type { DocumentShape } from "./document-shape.ts";
import { httpRefusal } from "../errors/http-refusal.ts";
import { shapeOfVariables, type InputShape } from "./input-shape.ts";
import type { Limits } from "./limits.ts";
import type { FaultCode } from "../../api/fault/fault-codes.ts";

/** What of a document is bounded: the code of the refusal, what was sent, the most that is taken, and the words for both. */
const documentBounds: readonly {
  readonly code: FaultCode;
  readonly sent: (shape: DocumentShape) => number;
  readonly most: (limits: Limits) => number;
  readonly say: (sent: string, most: string) => string;
}[] = [
  {
    code: "QUERY_TOO_LARGE",
    sent: (shape) => shape.lines,
    most: (limits) => limits.lines,
    say: (sent, most) => `This document has ${sent} lines, and at most ${most} are taken.`,
  },
  {
    code: "TOO_MANY_FRAGMENTS",
    sent: (shape) => shape.fragments,
    most: (limits) => limits.fragments,
    say: (sent, most) => `This document defines ${sent} fragments, and at most ${most} are taken.`,
  },
  {
    code: "TOO_MANY_DIRECTIVES",
    sent: (shape) => shape.directives,
    most: (limits) => limits.directives,
    say: (sent, most) => `This document has ${sent} directives, and at most ${most} are taken.`,
  },
  {
    code: "TOO_MANY_ALIASES",
    sent: (shape) => shape.aliases,
    most: (limits) => limits.aliases,
    say: (sent, most) => `This document has ${sent} aliases, and at most ${most} are taken. Ask for the rest in another request.`,
  },
  {
    code: "TOO_MANY_ROOT_FIELDS",
    sent: (shape) => shape.rootFields,
    most: (limits) => limits.rootFields,
    say: (sent, most) => `This operation has ${sent} fields at its top, and at most ${most} are taken. Ask for the rest in another request.`,
  },
  {
    code: "QUERY_TOO_DEEP",
    sent: (shape) => shape.depth,
    most: (limits) => limits.depth,
    say: (sent, most) => `This operation is ${sent} levels deep, and at most ${most} are taken. Ask for the deeper part in another request.`,
  },
  {
    code: "TOO_MANY_FIELDS",
    sent: (shape) => shape.fields,
    most: (limits) => limits.fields,
    say: (sent, most) => `This operation selects ${sent} fields, fragments counted wherever they are spread, and at most ${most} are taken. Ask for the rest in another request.`,
  },
];

/** Refuses a document that is over a limit: the first that it is over. */
export function documentOverLimit(shape: DocumentShape, limits: Limits): GraphQLError | undefined {
  if (shape.circularFragment !== undefined) {
    return httpRefusal(400, "FRAGMENT_CYCLE", `The fragment ${shape.circularFragment} spreads itself, directly or through others, so it has no end.`);
  }
  if (shape.introspectionMultiplies) {
    return httpRefusal(
      400,
      "INTROSPECTION_TOO_LARGE",
      "Introspection takes no aliases within it, and no fields, inputFields, interfaces, possibleTypes or enumValues within one another. Ask for the types' lists once, and put them together from the types' names.",
    );
  }
  if (shape.acts > 1) {
    return httpRefusal(400, "ONE_ACT_AT_A_TIME", "This mutation has several fields at its top, and one is taken: each is an act of its own, which is done or refused as a whole. Nothing was changed. Send them one by one.");
  }
  for (const { code, sent, most, say } of documentBounds) {
    if (sent(shape) > most(limits)) return httpRefusal(400, code, say(inWords(sent(shape)), counted(most(limits))));
  }
  return inputOverLimit(shape.literals, limits) ?? (shape.acts === 0 ? textRefused(shape.literals) : undefined);
}

/** Refuses variables that are over a limit, and what is asked with a text that cannot be one. */
export function variablesRefused(variables: Readonly<Record<string, unknown>>, operation: OperationDefinitionNode, limits: Limits): GraphQLError | undefined {
  const shape = shapeOfVariables(variables);
  return inputOverLimit(shape, limits) ?? (operation.operation === OperationTypeNode.MUTATION ? undefined : textRefused(shape));
}

/** Refuses what is asked with a text that cannot be one. An act says for itself which of its texts that is. */
function textRefused({ hasBrokenText }: InputShape): GraphQLError | undefined {
  if (!hasBrokenText) return undefined;
  return httpRefusal(400, "BAD_USER_INPUT", "A text in this request holds a character that is none: NUL, or half of a character that takes two. Send it again without.");
}

/** Refuses a value, written in the document or sent as a variable, that is over a limit. */
function inputOverLimit(shape: InputShape, limits: Limits): GraphQLError | undefined {
  if (shape.depth > limits.inputDepth) {
    return httpRefusal(400, "INPUT_TOO_DEEP", `A value in this request is ${counted(shape.depth)} lists and objects deep, and at most ${counted(limits.inputDepth)} are taken.`);
  }
  if (shape.longestList > limits.inputList) {
    return httpRefusal(400, "INPUT_LIST_TOO_LONG", `A list in this request has ${counted(shape.longestList)} items, and at most ${counted(limits.inputList)} are taken. Send it in parts.`);
  }
  return undefined;
}

/** Fragments within fragments multiply to numbers that nobody reads. */
function inWords(sent: number): string {
  return sent > 1_000_000 ? "over a million" : counted(sent);
}
