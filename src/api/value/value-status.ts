import { certainties } from "../../kernel/certainty.ts";
import { valueStatuses } from "../../kernel/value-status.ts";
import { enumOf } from "./enum.ts";

export const ValueStatusEnum = enumOf("ValueStatus", "Whether a value is known, and if not, why. Absence is an answer: it is never zero, no, or late.", valueStatuses, {
  KNOWN: "The value is there.",
  NOT_STATED: "The source was read and is silent.",
  UNKNOWN: "Nobody has looked.",
  NOT_APPLICABLE: "There can be none.",
  WITHHELD: "There is one, and this viewer is not shown it.",
  CONFLICTING: "Sources contradict each other.",
});

export const CertaintyEnum = enumOf("Certainty", "How sure an answer about an imprecise date is.", certainties, {
  CERTAIN: "Every day that the date can mean gives this answer.",
  POSSIBLE: "Some of the days that it can mean do.",
  NO: "None does.",
});
