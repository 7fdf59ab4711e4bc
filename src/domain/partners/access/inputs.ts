import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import type { Role } from "../../../api/access/role.ts";
import type { AccessKeyState } from "./rules.ts";
import { AccessKeyStateEnum, RoleEnum } from "./type.ts";

@InputType("AccountFilter", { description: "Which accounts are wanted; every field that is given has to hold." })
export class AccountFilter {
  @Field(() => String, { nullable: true, description: "These words stand in the name." })
  declare readonly nameContains?: string | null;

  @Field(() => [RoleEnum], { nullable: true, description: "Holding one of these roles today." })
  declare readonly role?: readonly Role[] | null;

  @Field(() => ID, { nullable: true, description: "Holding a role today for this system or for something in it." })
  declare readonly system?: string | null;
}

@InputType("AccessKeyFilter", { description: "Which keys are wanted; every field that is given has to hold." })
export class AccessKeyFilter {
  @Field(() => String, { nullable: true, description: "These words stand in the name." })
  declare readonly nameContains?: string | null;

  @Field(() => [AccessKeyStateEnum], { nullable: true, description: "In one of these states today." })
  declare readonly state?: readonly AccessKeyState[] | null;

  @Field(() => ID, { nullable: true, description: "Holding a role today for this system or for something in it." })
  declare readonly system?: string | null;
}

@InputType("RoleGrantFilter", { description: "Which roles are wanted; every field that is given has to hold." })
export class RoleGrantFilter {
  @Field(() => [RoleEnum], { nullable: true, description: "One of these." })
  declare readonly role?: readonly Role[] | null;

  @Field(() => ID, { nullable: true, description: "Held for this very record." })
  declare readonly holdsFor?: string | null;

  @Field(() => ID, { nullable: true, description: "Held for this system or for something in it." })
  declare readonly system?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it is held today." })
  declare readonly isHeld?: boolean | null;
}

export const AccountOrderEnum = enumOf("AccountOrder", "What a list of accounts is sorted by.", ["NAME"] as const, { NAME: "The name." });

export const AccessKeyOrderEnum = enumOf("AccessKeyOrder", "What a list of keys is sorted by.", ["NAME", "EXPIRES_ON"] as const, {
  NAME: "The name.",
  EXPIRES_ON: "The last day on which it opens anything, the earliest first.",
});

export const RoleGrantOrderEnum = enumOf("RoleGrantOrder", "What a list of roles given is sorted by.", ["ROLE", "SINCE"] as const, {
  ROLE: "The role, in the order in which the schema lists them.",
  SINCE: "The first day on which it is held.",
});
