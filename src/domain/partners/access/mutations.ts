import { Arg, Args, Ctx, Field, ID, Mutation, ObjectType, Resolver } from "type-graphql";
import { ActArgs } from "../../../api/act/act-args.ts";
import { acting } from "../../../api/act/acting.ts";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { AlsoCalled, ErasedPayload, erasing } from "../../../api/act/erased.ts";
import { PayloadInterface, payloadOf, type Payload } from "../../../api/act/payload.ts";
import type { Context } from "../../../api/context.ts";
import { CreateAccessKeyInput, EndRoleInput, GrantRoleInput } from "./act-inputs.ts";
import { accessActs } from "./acts.ts";
import { keptAccessKeyById, keptRoleGrantById } from "./loaders.ts";
import { newSecret } from "../../../kernel/secret.ts";
import type { AccessKeyRow, RoleGrantRow } from "./store.ts";
import { accessKeyKind, accountKind, roleGrantKind } from "./table.ts";
import { AccessKeyType, RoleGrantType } from "./type.ts";

const AccessKeyPayload = payloadOf("AccessKey", "accessKey", () => AccessKeyType);
const RoleGrantPayload = payloadOf("RoleGrant", "roleGrant", () => RoleGrantType);

@ObjectType("CreatedAccessKeyPayload", { implements: PayloadInterface, description: "What came of making a key." })
class CreatedAccessKeyPayload extends PayloadInterface {
  @Field(() => AccessKeyType, { name: "accessKey", nullable: true, description: "The key. Null where there are problems." })
  declare readonly record: unknown;

  @Field(() => String, { nullable: true, description: "The secret that the tool sends as its bearer token: here and never again. Null where nothing was written, and where the act is a repeat." })
  declare readonly secret: string | null;
}

const key = { kind: accessKeyKind, load: keptAccessKeyById };
const grant = { kind: roleGrantKind, load: keptRoleGrantById };

@Resolver()
export class AccessMutations {
  @Mutation(() => CreatedAccessKeyPayload, { description: "Makes a key for a tool. The answer holds its secret: keep it, for it is not shown again. Nobody makes a key for more than they hold." })
  async createAccessKey(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("accessKey", () => CreateAccessKeyInput, { description: "What it is for." }) accessKey: CreateAccessKeyInput): Promise<Payload<AccessKeyRow> & { secret: string | null }> {
    const { secret, ...kept } = newSecret();
    const payload = await acting(context, { name: "access-key:create", args, sent: accessKey, ...key }, (draft) => accessActs.createKey(draft, accessKey, kept, ["accessKey"]));
    return { ...payload, secret: payload.entry === null || payload.isRepeat ? null : secret };
  }

  @Mutation(() => AccessKeyPayload, { description: "Takes a key back: from now on it opens nothing." })
  async revokeAccessKey(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("accessKey", () => RecordAsReadInput, { description: "Which." }) accessKey: RecordAsReadInput): Promise<Payload<AccessKeyRow>> {
    return acting(context, { name: "access-key:revoke", args, sent: accessKey, ...key }, (draft) => accessActs.revokeKey(draft, accessKey, ["accessKey"]));
  }

  @Mutation(() => RoleGrantPayload, { description: "Gives an account or a key a role. An office gives those of readers, leads and deputies, a steward every one; nobody for more than they hold themselves." })
  async grantRole(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("role", () => GrantRoleInput, { description: "Which role, to whom and for what." }) role: GrantRoleInput): Promise<Payload<RoleGrantRow>> {
    return acting(context, { name: "role:grant", args, sent: role, ...grant }, (draft) => accessActs.grant(draft, role, ["role"]));
  }

  @Mutation(() => RoleGrantPayload, { description: "Ends a role, at once or on a day to come. One that a group at the issuer gives comes back at the next sign-in, unless it is taken away there as well." })
  async endRole(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("role", () => EndRoleInput, { description: "Which, and when." }) role: EndRoleInput): Promise<Payload<RoleGrantRow>> {
    return acting(context, { name: "role:end", args, sent: role, ...grant }, (draft) => accessActs.end(draft, role, ["role"]));
  }

  @Mutation(() => ErasedPayload, { description: "Erases an account on request, for ever: the name in all records, quotes and reasons, and what the issuer calls them. It signs in no more and its roles end; what it did stays in the history, done by an id. Whoever signs in at the issuer again begins a new one." })
  async eraseAccount(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("id", () => ID, { description: "The account." }) id: string, @AlsoCalled() alsoCalled?: string[] | null): Promise<Payload<null>> {
    return erasing(context, "account:erase", accountKind, args, { id, alsoCalled }, (draft, words) => { accessActs.eraseAccount(draft, id, words); });
  }
}
