import type { Concept } from "../concept.ts";
import { MonthlyUpdateMutations } from "./mutations.ts";

export const monthlyUpdate: Concept = { kinds: [], resolvers: [MonthlyUpdateMutations] };
