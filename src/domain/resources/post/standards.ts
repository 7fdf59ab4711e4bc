import type { Consequence, Standard } from "../../../api/act/standard.ts";
import { rowById, standard } from "../../../api/act/uphold.ts";
import type { Graph } from "../../../ledger/graph.ts";
import { during, now, on, thereThen } from "../../partners/organisation/being-there.ts";
import { heldBy, restoreHolder, shareProblems } from "./decisions.ts";
import { fundersOf, holdersOf } from "./store.ts";
import { postFunderKind, postHolderKind, postKind, type postHolders, type posts } from "./table.ts";

const postById = rowById(postKind);

/** A post that is one of these is there. */
const THERE: ReadonlySet<(typeof posts.$inferSelect)["status"]> = new Set(["ADVERTISED", "FILLED", "VACANT"] as const);

export const postStandards: readonly Standard[] = [
  // Whoever employs, hosts or pays was there then, and is there while somebody holds the post or could.
  ...thereThen(postKind, ({ employerId, hostId }) => ({ employerId, hostId }), ({ start, end, status }, at) => [...during({ start, end }), ...(THERE.has(status) ? now(at) : [])]),
  ...thereThen(postFunderKind, ({ organisationId }) => ({ organisationId }), ({ period }) => on({ period })),
  // A post is FILLED by whoever holds it, and by nobody else.
  standard(postHolderKind, {
    returns: (holder, { graph }) => {
      const post = postById(graph, holder.postId);
      return post === undefined ? [] : restoreHolder(post, holder, holdersOf(graph, post.id).filter(({ id }) => id !== holder.id));
    },
    gone: (holder, { graph }) => follows(graph, holder.postId, holdersOf(graph, holder.postId).filter(({ id }) => id !== holder.id)),
    back: ({ postId }, { graph }) => follows(graph, postId, holdersOf(graph, postId)),
  }),
  // A share that comes back is left over by the others.
  standard(postFunderKind, { returns: (funder, { graph }) => shareProblems(funder, fundersOf(graph, funder.postId).filter(({ id }) => id !== funder.id)) }),
];

function follows(graph: Graph, postId: string, holders: readonly (typeof postHolders.$inferSelect)[]): readonly Consequence[] {
  const post = postById(graph, postId);
  const status = post === undefined ? null : heldBy(post, holders);
  return status === null ? [] : [{ kind: postKind, id: postId, fields: { status } }];
}
