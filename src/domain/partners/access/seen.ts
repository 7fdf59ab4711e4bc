import { judged } from "../../../api/act/judged.ts";
import { walkedTogether } from "../../../api/act/walked.ts";
import { reading, type Context } from "../../../api/context.ts";
import type { AnyRecord } from "../../../api/record.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import { placeById } from "../../foundation/place/loaders.ts";
import type { AccessKeyFilter, AccountFilter, RoleGrantFilter } from "./inputs.ts";
import { keptGrantsOfAccount, keptGrantsOfKey } from "./loaders.ts";
import { permissions } from "./permissions.ts";
import { isHeld, stateOf } from "./rules.ts";
import { allAccessKeys, allAccounts, allRoleGrants, type AccessKeyRow, type AccountRow, type RoleGrantRow } from "./store.ts";

/**
 * What a viewer is given of who has access: the roles that are held where they are office, steward or auditor themselves,
 * and who holds these. There are few accounts and keys beside all else, so they are judged one by one.
 */
export class SeenAccess {
  private readonly record: AnyRecord;
  private readonly kinds: ReadonlyMap<string, RecordKind>;
  private readonly grantKind: RecordKind;

  constructor(record: AnyRecord, kinds: readonly RecordKind[], grantKind: RecordKind) {
    this.record = record;
    this.kinds = new Map(kinds.map((kind) => [kind.prefix, kind]));
    this.grantKind = grantKind;
  }

  async accounts(context: Context, filter: AccountFilter): Promise<AccountRow[]> {
    if (!readsAny(context)) return [];
    return kept(allAccounts(reading(context)), async (account) => {
      const all = await keptGrantsOfAccount(context, account.id);
      const grants = await this.among(context, all);
      // Somebody who has signed in and is nothing yet is waiting for a role.
      if (grants.length === 0 && (all.length > 0 || !givesAny(context))) return false;
      const held = grants.filter((grant) => isHeld(grant, context.today));
      return says(account.displayName, filter.nameContains) && isAny(filter.role, held.map(({ role }) => role)) && (await isIn(context, filter.system, held));
    });
  }

  async accessKeys(context: Context, filter: AccessKeyFilter): Promise<AccessKeyRow[]> {
    if (!readsAny(context)) return [];
    return kept(allAccessKeys(reading(context)), async (key) => {
      const grants = await this.among(context, await keptGrantsOfKey(context, key.id));
      const held = grants.filter((grant) => isHeld(grant, context.today));
      return grants.length > 0 && says(key.name, filter.nameContains) && isAny(filter.state, [stateOf(key, context.today)]) && (await isIn(context, filter.system, held));
    });
  }

  async roleGrants(context: Context, { role, holdsFor = null, system, isHeld: wanted = null }: RoleGrantFilter): Promise<RoleGrantRow[]> {
    if (!readsAny(context) || (holdsFor !== null && (await this.record(context, holdsFor)) === null)) return [];
    const grants = await this.among(context, allRoleGrants(reading(context)));
    return kept(grants, async (grant) =>
      isAny(role, [grant.role]) && (holdsFor === null || grant.holdsForId === holdsFor) && (wanted === null || isHeld(grant, context.today) === wanted) && isIn(context, system, [grant]));
  }

  /** Which of these roles the viewer is shown: their own, and those within what they answer for. */
  async among(context: Context, grants: readonly RoleGrantRow[]): Promise<RoleGrantRow[]> {
    const { viewer } = context;
    return kept(grants, async (grant) => {
      if (viewer.accountId !== null && (grant.accountId === viewer.accountId || grant.keyId === viewer.accountId)) return true;
      if (!readsAny(context)) return false;
      const verdict = await walkedTogether(context, judged({ permissions, kinds: this.kinds, viewer }, { act: "access:read", kind: this.grantKind, row: { ...grant } }));
      return verdict.allowed;
    });
  }
}

/** Whether the viewer reads anything about access anywhere. */
function readsAny({ viewer }: Context): boolean {
  return viewer.grants.some(({ role }) => permissions["access:read"].by.includes(role));
}

/** Whether they give roles anywhere. */
function givesAny({ viewer }: Context): boolean {
  return viewer.grants.some(({ role }) => permissions["role:grant"].by.includes(role));
}

async function kept<Item>(items: readonly Item[], holds: (item: Item) => Promise<boolean>): Promise<Item[]> {
  const answers = await Promise.all(items.map(holds));
  return items.filter((_, index) => answers[index]);
}

function says(name: string, words: string | null | undefined): boolean {
  return words === null || words === undefined || name.toLowerCase().includes(words.toLowerCase());
}

function isAny<Word>(wanted: readonly Word[] | null | undefined, words: readonly Word[]): boolean {
  return wanted === null || wanted === undefined || words.some((word) => wanted.includes(word));
}

/** One of these is held in a system that the viewer may see; always where none is asked for. */
async function isIn(context: Context, system: string | null | undefined, grants: readonly RoleGrantRow[]): Promise<boolean> {
  if (system === null || system === undefined) return true;
  return grants.some(({ inSystemId }) => inSystemId === system) && (await placeById(context, system)) !== null;
}
