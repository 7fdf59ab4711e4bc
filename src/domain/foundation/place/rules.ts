import type { Problems } from "../../../api/act/ruled.ts";
import type { Audience } from "../../../api/access/audience.ts";
import type { Problem } from "../../../kernel/problem.ts";
import type { places } from "./table.ts";

/** Who a record is for, and the system that it belongs to. */
export interface Home {
  readonly audience: Audience;
  readonly systemId: string | null;
}

/** That nobody can say whose a new record is: no role holds for it. */
export const HOMELESS: Problem = { code: "MISSING_FIELD", message: "Say what this is for, a programme for example, or which system it belongs to. Nothing you typed is lost.", path: ["system"] };

/** Where a new record belongs: with the first of what it is part of; where it is part of nothing, to the system that is named. */
export function homeIn(wrong: Problems, [whole]: readonly Home[], system: typeof places.$inferSelect | null): Home {
  wrong.when(system !== null && system.level !== "SYSTEM", "RULE", `${system?.name ?? "This place"} is not a system. Choose the one that it lies in.`, ["system"]);
  wrong.when(system !== null && whole !== undefined && whole.systemId !== system.id, "RULE", "This belongs to the system of what it is part of, which is another. Leave the system out.", ["system"]);
  const { audience, systemId } = whole ?? { audience: system?.audience ?? "MEMBERS", systemId: system?.id ?? null };
  return { audience, systemId };
}
