import { Field, ID, InputType } from "type-graphql";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";
import type { Role } from "../../../api/access/role.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
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
export class EndRoleInput extends RecordAsReadInput {
  @Field(() => DayScalar, { nullable: true, description: "The last day on which it is held. Left out, it ends at once: the last day was yesterday." })
  declare readonly until?: Day | null;
}
