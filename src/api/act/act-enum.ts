import { registerEnumType } from "type-graphql";
import type { RecordKind } from "../../ledger/concept.ts";
import { actsIn, type Permissions } from "../access/permission.ts";
import { actsOn } from "./acts-on.ts";
import { orList, whoMay } from "./judged.ts";
import { actOn } from "./kept.ts";

/** Stands for an act that the schema of today has no name for. */
const OTHER = "other";

/** What an import does to records of every kind. */
const IMPORTED = ["record", "amend", "remove"] as const;

const meanings: Record<string, { description: string }> = {};

/** Every act by its name in the schema: MILESTONE_PLAN is what the ledger calls milestone:plan. `nameActs` fills it before the schema is made, as nothing here knows what there is to do. */
export const ActEnum: Record<string, string> = {};

registerEnumType(ActEnum, { name: "Act", description: "Everything that is done, by the noun and the verb: MILESTONE_PLAN is what planMilestone does.", valuesConfig: meanings });

/** Names every act of a table of permissions, and what an import does to records that people have other verbs for. */
export function nameActs(permissions: Permissions, kinds: readonly RecordKind[]): void {
  const byType = [...actsOn(permissions, kinds)];
  for (const act of actsIn(permissions)) {
    const permission = permissions[act];
    if (permission === undefined) continue;
    const on = byType.filter(([, acts]) => acts.includes(act)).map(([type]) => type);
    name(act, `“${act}” in the ledger${on.length === 0 ? "" : `, on ${orList(on)}`}. ${permission.by.length === 0 && permission.own === undefined ? "The software does it by itself." : `It takes ${whoMay(permission)}.`}`);
  }
  for (const kind of kinds) {
    for (const verb of IMPORTED) {
      const act = actOn(kind, verb);
      if (permissions[act] === undefined) name(act, `“${act}” in the ledger, on ${kind.type}: what an import did, where people have verbs of their own or none.`);
    }
  }
  name(OTHER, "An act for which this schema has no name, as one that was done with other software.");
}

function name(act: string, description: string): void {
  ActEnum[actName(act)] = act;
  meanings[actName(act)] = { description };
}

/** The name of an act in the schema: MILESTONE_PLAN. */
export function actName(act: string): string {
  return act.replaceAll(/[-:]/g, "_").toUpperCase();
}

/** An act of the ledger, as the schema can say it. */
export function knownAct(act: string): string {
  return ActEnum[actName(act)] === act ? act : OTHER;
}
