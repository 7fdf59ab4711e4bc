import type { ActDraft, Path } from "../../../api/act/act-draft.ts";
import type { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { notFound } from "../../../api/act/not-found.ts";
import type { CreateAccessKeyInput, EndRoleInput, GrantRoleInput } from "./act-inputs.ts";
import { createAccessKey, endRole, grantRole, namesInSubject, revokeAccessKey, wrongScope, type HeldFor, type SecretKept } from "./decisions.ts";
import { grantsEverGiven } from "./store.ts";
import { accessKeyKind, accountKind, roleGrantKind } from "./table.ts";

/** What people do about access. Nobody gives what they do not hold: each asks where the role is to be held, and says only then that something is not there. */
export const accessActs = {
  createKey(draft: ActDraft, input: CreateAccessKeyInput, kept: SecretKept, path: Path): string {
    const held = heldFor(draft, input, path);
    const key = createAccessKey(input, kept, draft.today);
    draft.demand(roleGrantKind, { holdsForId: held.record?.id ?? null, role: input.role }, "access-key:create", key.fields);
    const id = draft.create(accessKeyKind, key, path);
    const grant = grantRole({ key: id, role: input.role }, held, [], draft.today);
    draft.demand(roleGrantKind, grant.fields, "access-key:create");
    draft.vouch(id);
    draft.create(roleGrantKind, grant, path);
    return id;
  },

  revokeKey(draft: ActDraft, { id, expectedVersion }: RecordAsReadInput, path: Path): string {
    const key = draft.read(accessKeyKind, id);
    draft.demand(accessKeyKind, { ...key }, "access-key:revoke");
    if (key === null) draft.refuse([notFound(accessKeyKind, id, [...path, "id"])]);
    draft.unchanged(accessKeyKind, id, expectedVersion, ["revokedOn"], path);
    draft.change(accessKeyKind, id, revokeAccessKey(key, draft.today), path);
    return id;
  },

  grant(draft: ActDraft, input: GrantRoleInput, path: Path): string {
    const held = heldFor(draft, input, path);
    const holder = input.account ?? input.key ?? null;
    const earlier = holder === null ? [] : grantsEverGiven(draft.graph, holder);
    const grant = grantRole(input, held, earlier, draft.today);
    draft.demand(roleGrantKind, grant.fields, "role:grant");
    for (const [kind, field] of [[accountKind, "account"], [accessKeyKind, "key"]] as const) {
      const id = input[field] ?? null;
      if (id !== null && draft.read<typeof kind.table>(kind, id) !== null) draft.vouch(id);
    }
    return draft.create(roleGrantKind, grant, path);
  },

  end(draft: ActDraft, { id, expectedVersion, until }: EndRoleInput, path: Path): string {
    const grant = draft.read(roleGrantKind, id);
    draft.demand(roleGrantKind, { ...grant }, "role:end");
    if (grant === null) draft.refuse([notFound(roleGrantKind, id, [...path, "id"])]);
    draft.unchanged(roleGrantKind, id, expectedVersion, ["until"], path);
    draft.change(roleGrantKind, id, endRole(grant, until, draft.today), path);
    return id;
  },

  eraseAccount(draft: ActDraft, id: string, words: readonly string[]): void {
    const account = draft.read(accountKind, id);
    for (const grant of grantsEverGiven(draft.graph, id)) {
      if (grant.until !== null && grant.until < draft.today) continue;
      draft.demand(roleGrantKind, { ...grant }, "account:erase");
      draft.change(roleGrantKind, grant.id, endRole(grant, null, draft.today));
    }
    draft.erase(accountKind, id, [...words, ...(account === null ? [] : namesInSubject(account.subject))], ["id"]);
  },
};

function heldFor(draft: ActDraft, { holdsFor, forEverything }: Pick<GrantRoleInput, "holdsFor" | "forEverything">, path: Path): HeldFor {
  const held = { record: holdsFor === null || holdsFor === undefined ? null : draft.findRecord(holdsFor, [...path, "holdsFor"]).row, forEverything };
  const wrong = wrongScope(held);
  // Said before anybody is asked: of what was not said for what, only those who hold everything would be allowed anything.
  if (wrong.length > 0) draft.refuse(wrong, path);
  return held;
}
