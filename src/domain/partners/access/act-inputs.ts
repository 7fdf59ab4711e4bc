import { Field, ID, InputType, Int } from "type-graphql";
import type { Role } from "../../../api/role.ts";
import { DayScalar } from "../../../api/scalars.ts";
import type { Day } from "../../../kernel/day.ts";
import { RoleEnum } from "./type.ts";

@InputType("CreateAccessKeyInput", { description: "A key for a tool, with the role that it is made for." })
export class CreateAccessKeyInput {
  @Field(() => String, { description: "What it is for: whoever reads the list of keys knows from it which tool this is." })
  declare readonly name: string;

  @Field(() => RoleEnum, { description: "What the tool may be." })
  declare readonly role: Role;

  @Field(() => ID, { nullable: true, description: "The HIT, programme, workstream, system or other record for which. Left out only where the key is for everything." })
  declare readonly holdsFor?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: "Whether it is for everything that there is." })
  declare readonly forEverything: boolean;

  @Field(() => DayScalar, { nullable: true, description: "The last day on which it opens anything; a year from today unless given." })
  declare readonly expiresOn?: Day | null;
}

@InputType("RevokeAccessKeyInput", { description: "A key that is to open nothing any more, from now on." })
export class RevokeAccessKeyInput {
  @Field(() => ID, { description: "The key." })
  declare readonly id: string;

  @Field(() => Int, { description: "Its version as you read it." })
  declare readonly expectedVersion: number;
}

@InputType("GrantRoleInput", { description: "A role for an account or a key." })
export class GrantRoleInput {
  @Field(() => ID, { nullable: true, description: "The account that is to hold it; either this or a key." })
  declare readonly account?: string | null;

  @Field(() => ID, { nullable: true, description: "The key that is to hold it; either this or an account." })
  declare readonly key?: string | null;

  @Field(() => RoleEnum, { description: "The role." })
  declare readonly role: Role;

  @Field(() => ID, { nullable: true, description: "The HIT, programme, workstream, system or other record for which. Left out only where the role is for everything." })
  declare readonly holdsFor?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: "Whether it is for everything that there is." })
  declare readonly forEverything: boolean;

  @Field(() => DayScalar, { nullable: true, description: "The first day on which it is held; today unless given." })
  declare readonly since?: Day | null;

  @Field(() => DayScalar, { nullable: true, description: "The last day on which it is held; no end unless given." })
  declare readonly until?: Day | null;
}

@InputType("EndRoleInput", { description: "A role that comes to an end." })
export class EndRoleInput {
  @Field(() => ID, { description: "The role, as it was granted." })
  declare readonly id: string;

  @Field(() => Int, { description: "Its version as you read it." })
  declare readonly expectedVersion: number;

  @Field(() => DayScalar, { nullable: true, description: "The last day on which it is held. Left out, it ends at once: the last day was yesterday." })
  declare readonly until?: Day | null;
}
