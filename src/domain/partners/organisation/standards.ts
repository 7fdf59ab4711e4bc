import { rowsBy } from "../../../api/act/rows.ts";
import type { Standard, Standing } from "../../../api/act/standard.ts";
import { rowById, standard } from "../../../api/act/uphold.ts";
import type { Guarded } from "../../../api/access/audience.ts";
import type { Problem } from "../../../kernel/problem.ts";
import type { Graph } from "../../../ledger/graph.ts";
import { during, thereThen } from "./being-there.ts";
import { areApart, canFollow, sameName, telling } from "./rules.ts";
import { calledLike, holdersOf } from "./store.ts";
import { organisationIdentifierKind, organisationKind, organisationNameKind, successionKind, successions, type organisationNames, type organisations } from "./table.ts";

/** An identifier belongs to one organisation at a time: it may pass from one to another. */
const oneHolder = standard(organisationIdentifierKind, {
  stands: (identifier, at, edited) => {
    if (!edited("scheme", "value", "since", "until", "organisationId")) return [];
    const { id, scheme, value } = identifier;
    const others = holdersOf.all(at.graph, { scheme, value }).filter((other) => other.id !== id && !canFollow(identifier, other));
    return others.slice(0, 1).map((other): Problem => {
      const holder = organisationById(at.graph, other.organisationId);
      const whose = holder !== undefined && at.sees(holder) && at.sees(other) ? `${holder.name}’s` : "another organisation’s";
      return {
        code: "ALREADY_EXISTS",
        message: `${scheme} ${value} is ${whose} at the same time, and an identifier belongs to one organisation at a time. If it passed from one to the other, say of the one until when it was theirs, and of the other since when. Nothing was written.`,
        path: [edited("value", "scheme") ? "value" : edited("since") ? "since" : "until"],
        records: [other.id],
      };
    });
  },
});

/** Two records of one body would be counted as two: one of the same name is another only where something tells them apart. */
const oneNode = standard(organisationKind, {
  stands: (organisation, at, edited) => {
    if (!edited("name", "parentId", "placeId")) return [];
    const twin = twinOf(at, organisation.name, organisation.id, (other) => areApart(organisation, other));
    return twin === null ? [] : [told(twin, edited("name") ? "name" : edited("placeId") ? "place" : "parent")];
  },
});

/** A name that a source has for another body is no name of this one. What is only short for it, or a source's own word, many may have. */
const ownName = standard(organisationNameKind, {
  stands: ({ organisationId, name, kind }, at, edited) => {
    const organisation = organisationById(at.graph, organisationId);
    if (!edited("name", "kind", "organisationId") || !isTelling({ kind }) || organisation === undefined) return [];
    const twin = twinOf(at, name, organisationId, (other) => areApart(organisation, other));
    return twin === null ? [] : [told(twin, "name")];
  },
});

/** What takes the place of another is another, and is not what that took the place of. */
const oneAfterAnother = standard(successionKind, {
  stands: ({ id, predecessorId, successorId }, at, edited) => {
    if (!edited("predecessorId", "successorId")) return [];
    const again = successionsFrom(at.graph, predecessorId).find((other) => other.id !== id && other.successorId === successorId);
    if (again !== undefined) return [{ code: "ALREADY_EXISTS", message: "This succession is recorded already. Nothing was written: amend that one.", path: ["successor"], records: [again.id] }];
    if (!comesAfter(at.graph, successorId, predecessorId)) return [];
    return [{ code: "CIRCLE", message: "An organisation would take the place of one that took its own. Look at which of the two was first. Nothing was written.", path: ["successor"], records: [predecessorId, successorId] }];
  },
});

/** A unit belongs to a body that was there. */
const parentThere = thereThen(organisationKind, ({ parentId }) => ({ parentId }), ({ since, until }) => during({ since, until }));

export const organisationStandards: readonly Standard[] = [oneHolder, oneNode, ownName, oneAfterAnother, ...parentThere];

type Organisation = typeof organisations.$inferSelect & Guarded;

/** Another organisation that is called so, that nothing tells apart from this one, and of which whoever writes may know. */
function twinOf({ graph, sees }: Standing, name: string, id: string, apart: (other: Organisation) => boolean): Organisation | null {
  for (const { leadsTo, recordId, text } of calledLike(graph, telling(name))) {
    const other = leadsTo === id || !sameName(text, name) ? undefined : organisationById(graph, leadsTo);
    const under = recordId === leadsTo ? other : nameById(graph, recordId);
    if (other !== undefined && under !== undefined && sees(other) && sees(under) && (!("basis" in under) || isTelling(under)) && !apart(other)) return other;
  }
  return null;
}

/** Whether a name tells a body from others: an abbreviation, or what one source happens to call it, does not. */
function isTelling({ kind }: Pick<typeof organisationNames.$inferSelect, "kind">): boolean {
  return kind === "FORMER" || kind === "ALIAS";
}

function told({ id, name }: Organisation, field: string): Problem {
  return { code: "ALREADY_EXISTS", message: `${name} is called so already. One body is one record with several names: use that one, and give it this name if it lacks it. If this is another body, say at which place each of them is. Nothing was written.`, path: [field], records: [id] };
}

function comesAfter(graph: Graph, id: string, of: string): boolean {
  const met = new Set<string>();
  for (const open = [id]; open.length > 0;) {
    const next = open.pop() ?? "";
    if (next === of) return true;
    if (met.has(next)) continue;
    met.add(next);
    open.push(...successionsFrom(graph, next).map(({ successorId }) => successorId));
  }
  return false;
}

const organisationById = rowById(organisationKind);
const nameById = rowById(organisationNameKind);
const successionsFrom = rowsBy(successions, successions.predecessorId);
