import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { holdsRoleFor } from "../../../api/act/judged.ts";
import { ConflictType } from "../../../api/act/payload.ts";
import type { Concept } from "../../concept.ts";
import { connectionOf } from "../../../api/list/connection.ts";
import type { Context } from "../../../api/context.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { pageOf, type Connection, type PageRequest } from "../../../api/page.ts";
import { RecordInterface, type AnyRecord, type RecordRow } from "../../../api/record.ts";
import { roles, type Grant } from "../../../api/access/role.ts";
import type { Viewer } from "../../../api/access/viewer.ts";
import type { Conflict } from "../../../kernel/problem.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import { ERASED } from "../../../ledger/entry.ts";
import { placeById } from "../../foundation/place/loaders.ts";
import type { places } from "../../foundation/place/table.ts";
import { PlaceType } from "../../foundation/place/type.ts";
import { AccessKeyFilter, AccessKeyOrderEnum, AccountFilter, AccountOrderEnum, RoleGrantFilter, RoleGrantOrderEnum } from "./inputs.ts";
import { keptAccessKeyById, keptAccountById, keptGrantsOfAccount, keptGrantsOfKey } from "./loaders.ts";
import { AccessMutations } from "./mutations.ts";
import { permissions } from "./permissions.ts";
import { isHeld, stateOf, type AccessKeyState } from "./rules.ts";
import { SeenAccess } from "./seen.ts";
import type { AccessKeyRow, AccountRow, RoleGrantRow } from "./store.ts";
import { accessKeyKind, accountKind, roleGrantKind } from "./table.ts";
import { AccessKeyStateEnum, AccessKeyType, AccountType, RoleGrantType, ViewerRoleType, ViewerType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type PlaceRow = typeof places.$inferSelect;

const AccountConnection = connectionOf("Account", () => AccountType);
const AccountsArgs = listArgs(() => AccountFilter, AccountOrderEnum, "NAME");
const AccessKeyConnection = connectionOf("AccessKey", () => AccessKeyType);
const AccessKeysArgs = listArgs(() => AccessKeyFilter, AccessKeyOrderEnum, "NAME");
const RoleGrantConnection = connectionOf("RoleGrant", () => RoleGrantType);
const RoleGrantsArgs = listArgs(() => RoleGrantFilter, RoleGrantOrderEnum, "ROLE");

@Resolver(() => ViewerType)
class ViewerResolver {
  @Query(() => ViewerType, { description: "Whoever asks: who they are here, which roles they hold and what they may see." })
  viewer(@Ctx() { viewer }: Context): Viewer {
    return viewer;
  }

  @FieldResolver(() => AccountType, { nullable: true, description: "Their account. Null for somebody who did not sign in, and for a key." })
  account(@Ctx() context: Context, @Root() { accountId }: Viewer): Soon<AccountRow | null> {
    return keptAccountById(context, accountId);
  }

  @FieldResolver(() => AccessKeyType, { nullable: true, description: "The key that they signed in with. Null for a person, and for somebody who did not sign in." })
  accessKey(@Ctx() context: Context, @Root() { accountId }: Viewer): Soon<AccessKeyRow | null> {
    return keptAccessKeyById(context, accountId);
  }

  @FieldResolver(() => [PlaceType], { description: "The systems whose MEMBERS records they see. Records that are PUBLIC everybody sees." })
  canSeeMembersOf(@Ctx() context: Context, @Root() { memberOf }: Viewer): Soon<PlaceRow[]> {
    return systems(context, memberOf);
  }

  @FieldResolver(() => [PlaceType], { description: "The systems whose DRAFT records they see." })
  canSeeDraftsOf(@Ctx() context: Context, @Root() { draftsOf }: Viewer): Soon<PlaceRow[]> {
    return systems(context, draftsOf);
  }

  @FieldResolver(() => Boolean, { description: "Whether a role of theirs lets them send files of rows to /imports. What each row says takes the permission of its own act." })
  mayImport(@Root() viewer: Viewer): boolean {
    return holdsRoleFor(permissions, "table:import", viewer);
  }
}

async function systems(context: Context, ids: readonly string[]): Promise<PlaceRow[]> {
  const rows = await Promise.all(ids.map(async (id) => placeById(context, id)));
  return rows.filter((row) => row !== null);
}

@Resolver(() => ConflictType)
class ConflictActorResolver {
  @FieldResolver(() => String, { nullable: true, description: "The name of that account or key, for those who may change the record too and now have to agree. Null where it was erased." })
  async actorName(@Ctx() context: Context, @Root() { actor }: Conflict): Promise<string | null> {
    const [account, key] = await Promise.all([keptAccountById(context, actor), keptAccessKeyById(context, actor)]);
    const name = account?.displayName ?? key?.name ?? null;
    return name === ERASED ? null : name;
  }
}

@Resolver(() => AccessKeyType)
class AccessKeyResolver {
  @FieldResolver(() => AccessKeyStateEnum, { description: "Whether it opens anything today." })
  state(@Ctx() { today }: Context, @Root() key: AccessKeyRow): AccessKeyState {
    return stateOf(key, today);
  }
}

@Resolver(() => RoleGrantType)
class RoleGrantResolver {
  @FieldResolver(() => AccountType, { nullable: true, description: "The account that holds it. Null where a key does." })
  account(@Ctx() context: Context, @Root() { accountId }: RoleGrantRow): Soon<AccountRow | null> {
    return keptAccountById(context, accountId);
  }

  @FieldResolver(() => AccessKeyType, { nullable: true, description: "The key that holds it. Null where an account does." })
  key(@Ctx() context: Context, @Root() { keyId }: RoleGrantRow): Soon<AccessKeyRow | null> {
    return keptAccessKeyById(context, keyId);
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: "The system of what it is held for, as it was when the role was granted: whoever holds the role sees what is for its members. Null where it is held for everything, or for something that belongs to none." })
  inSystem(@Ctx() context: Context, @Root() { inSystemId }: RoleGrantRow): Soon<PlaceRow | null> {
    return placeById(context, inSystemId);
  }

  @FieldResolver(() => Boolean, { description: "Whether it is held today." })
  isHeld(@Ctx() { today }: Context, @Root() grant: RoleGrantRow): boolean {
    return isHeld(grant, today);
  }
}

/** What leads to a record of whatever kind, or depends on what a viewer is to one. */
// oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql takes resolver classes as functions
function resolversOver(record: AnyRecord, kinds: readonly RecordKind[]): readonly Function[] {
  const seen = new SeenAccess(record, kinds, roleGrantKind);

  @Resolver(() => AccountType)
  class AccountsResolver {
    @Query(AccountConnection, { description: "Who signs in: for offices, stewards and auditors, those who hold a role within what they answer for. Whoever gives roles also sees those who signed in and hold none yet." })
    async accounts(@Ctx() context: Context, @Args(AccountsArgs) request: PageRequest<AccountFilter>): Promise<Connection<AccountRow>> {
      return pageOf(await seen.accounts(context, request.filter ?? {}), ({ displayName }) => displayName.toLowerCase(), request);
    }

    @Query(() => AccountType, { nullable: true, description: "An account by its id, for whoever is given it in accounts. Null for others, and where there is none." })
    async account(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Promise<AccountRow | null> {
      return (await seen.accounts(context, {})).find((each) => each.id === id) ?? null;
    }

    @FieldResolver(() => [RoleGrantType], { description: "The roles that it was given, ended ones included, as far as this viewer may see them." })
    async roles(@Ctx() context: Context, @Root() { id }: AccountRow): Promise<RoleGrantRow[]> {
      return seen.among(context, await keptGrantsOfAccount(context, id));
    }
  }

  @Resolver(() => AccessKeyType)
  class AccessKeysResolver {
    @Query(AccessKeyConnection, { description: "The keys of tools: for offices, stewards and auditors, those with a role within what they answer for." })
    async accessKeys(@Ctx() context: Context, @Args(AccessKeysArgs) request: PageRequest<AccessKeyFilter>): Promise<Connection<AccessKeyRow>> {
      const keys = await seen.accessKeys(context, request.filter ?? {});
      return pageOf(keys, ({ name, expiresOn }) => (request.orderBy === "NAME" ? name.toLowerCase() : expiresOn), request);
    }

    @Query(() => AccessKeyType, { nullable: true, description: "A key by its id, for whoever is given it in accessKeys. Null for others, and where there is none." })
    async accessKey(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Promise<AccessKeyRow | null> {
      return (await seen.accessKeys(context, {})).find((each) => each.id === id) ?? null;
    }

    @FieldResolver(() => [RoleGrantType], { description: "The roles that it was given, ended ones included, as far as this viewer may see them." })
    async roles(@Ctx() context: Context, @Root() { id }: AccessKeyRow): Promise<RoleGrantRow[]> {
      return seen.among(context, await keptGrantsOfKey(context, id));
    }
  }

  @Resolver(() => RoleGrantType)
  class RoleGrantsResolver {
    @Query(RoleGrantConnection, { description: "Roles that were given: for offices, stewards and auditors, those within what they answer for." })
    async roleGrants(@Ctx() context: Context, @Args(RoleGrantsArgs) request: PageRequest<RoleGrantFilter>): Promise<Connection<RoleGrantRow>> {
      const grants = await seen.roleGrants(context, request.filter ?? {});
      return pageOf(grants, ({ role, since }) => (request.orderBy === "ROLE" ? roles.indexOf(role) : since), request);
    }

    @Query(() => RoleGrantType, { nullable: true, description: "A role by its id, for whoever is given it in roleGrants. Null for others, and where there is none." })
    async roleGrant(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Promise<RoleGrantRow | null> {
      return (await seen.roleGrants(context, {})).find((each) => each.id === id) ?? null;
    }

    @FieldResolver(() => RecordInterface, { nullable: true, description: "What it is held for, and all that is part of it. Null where it is held for everything: forEverything tells; null also for a record that the viewer may not see." })
    holdsFor(@Ctx() context: Context, @Root() { holdsForId }: RoleGrantRow): Soon<RecordRow | null> {
      return record(context, holdsForId);
    }

    @FieldResolver(() => Boolean, { description: "Whether it is held for everything that there is." })
    forEverything(@Root() { holdsForId }: RoleGrantRow): boolean {
      return holdsForId === null;
    }
  }

  @Resolver(() => ViewerRoleType)
  class ViewerRoleResolver {
    @FieldResolver(() => RecordInterface, { nullable: true, description: "What it is held for, and all that is part of it. Null where it is held for everything: forEverything tells." })
    holdsFor(@Ctx() context: Context, @Root() grant: Grant): Soon<RecordRow | null> {
      return record(context, grant.holdsFor);
    }

    @FieldResolver(() => Boolean, { description: "Whether it is held for everything that there is." })
    forEverything(@Root() grant: Grant): boolean {
      return grant.holdsFor === null;
    }
  }

  return [AccountsResolver, AccessKeysResolver, RoleGrantsResolver, ViewerRoleResolver];
}

export const access: Concept = {
  kinds: [accountKind, accessKeyKind, roleGrantKind],
  resolvers: [ViewerResolver, ConflictActorResolver, AccessKeyResolver, RoleGrantResolver, AccessMutations],
  resolversOver,
};
