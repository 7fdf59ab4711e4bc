import type { Consequence, Standard } from "../../../api/act/standard.ts";
import { rowById, standard } from "../../../api/act/uphold.ts";
import type { Graph } from "../../../ledger/graph.ts";
import { on, thereThen } from "../../partners/organisation/being-there.ts";
import { reasonFor, restoreAction, signedAlready } from "./decisions.ts";
import { termsOf, type Terms } from "./rules.ts";
import { actionsNamedIn, signaturesUnder } from "./store.ts";
import { pledgeActionKind, pledgeSignatureKind, pledgeVersionKind, type pledgeSignatures } from "./table.ts";

type Signature = typeof pledgeSignatures.$inferSelect;

const signatureById = rowById(pledgeSignatureKind);
const versionById = rowById(pledgeVersionKind);

export const pledgeStandards: readonly Standard[] = [
  // A body that signs is there on the day.
  ...thereThen(pledgeSignatureKind, ({ organisationId }) => ({ organisationId }), ({ signed }) => on({ signed })),
  // A body has one signature at a time.
  standard(pledgeSignatureKind, {
    returns: (signature, { graph }) => {
      const others = signaturesUnder(graph, signature.pledgeId).filter(({ id }) => id !== signature.id).map((other) => ({ ...other, ...termsFor(graph, other) }));
      return signedAlready({ ...signature, ...termsFor(graph, signature) }, others);
    },
  }),
  // A signature that names fewer actions than it should says why.
  standard(pledgeActionKind, {
    returns: ({ signatureId }, { graph }) => {
      const signature = signatureById(graph, signatureId);
      return signature === undefined ? [] : restoreAction(actionsNamedIn(graph, signatureId).length, termsFor(graph, signature));
    },
    gone: ({ signatureId }, { graph }) => follows(graph, signatureId, actionsNamedIn(graph, signatureId).length - 1),
    back: ({ signatureId }, { graph }) => follows(graph, signatureId, actionsNamedIn(graph, signatureId).length),
  }),
];

function follows(graph: Graph, signatureId: string, count: number): readonly Consequence[] {
  const signature = signatureById(graph, signatureId);
  if (signature === undefined) return [];
  const missingActionsReason = reasonFor(count, signature.missingActionsReason, termsFor(graph, signature));
  return missingActionsReason === signature.missingActionsReason ? [] : [{ kind: pledgeSignatureKind, id: signatureId, fields: { missingActionsReason } }];
}

function termsFor(graph: Graph, { pledgeVersionId }: Signature): Terms {
  return termsOf(pledgeVersionId === null ? null : (versionById(graph, pledgeVersionId) ?? null));
}
