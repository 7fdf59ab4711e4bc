import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { roles, type Grant } from "../../../api/access/role.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
import { accessKeyStates } from "./rules.ts";
import { grantOrigins } from "./table.ts";

export const RoleEnum = enumOf("Role", "What somebody is to a record and to all that is part of it.", roles, {
  READER: "Reads what is for members of its system.",
  LEAD: "Leads a HIT, a programme or a workstream, and writes there.",
  DEPUTY: "Does what a lead does, in their place.",
  OFFICE: "The programme office: approves, waives, re-baselines, and gives roles to readers, leads and deputies.",
  STEWARD: "Looks after organisations, places, imports and erasure, and gives every role.",
  AUDITOR: "Reads everything, drafts and who has access included, and writes nothing.",
});

export const GrantOriginEnum = enumOf("GrantOrigin", "Where a role comes from.", grantOrigins, {
  GIVEN: "Somebody gave it, and it stands until somebody ends it.",
  GROUP: "A group at the issuer gives it. It goes at the first sign-in at which the group gives it no more.",
});

export const AccessKeyStateEnum = enumOf("AccessKeyState", "Whether a key opens anything.", accessKeyStates, {
  OPEN: "It does.",
  EXPIRED: "Its last day is over.",
  REVOKED: "Somebody took it back.",
});

@ObjectType("Account", {
  implements: [RecordInterface],
  description: "Somebody who signs in: never the same as a Person, who stands in a role that a source names. Given out to themselves, and to offices, stewards and auditors as far as they hold their role; there is no other way to it.",
})
export class AccountType extends RecordInterface {
  @Field(() => String, { description: "The address of the issuer that they sign in with." })
  declare readonly issuer: string;

  @Field(() => String, { description: "What the issuer calls them: never given to anybody else there." })
  declare readonly subject: string;

  @Field(() => String, { description: "Their name, as the issuer said at the last sign-in." })
  declare readonly displayName: string;
}

@ObjectType("AccessKey", {
  implements: [RecordInterface],
  description: "What a tool signs in with. Its secret is shown once, when the key is made, and is kept nowhere. Given out to offices, stewards and auditors as far as they hold their role.",
})
export class AccessKeyType extends RecordInterface {
  @Field(() => String, { description: "What it is for, in the words of whoever made it." })
  declare readonly name: string;

  @Field(() => String, { description: "The first letters of its secret: enough to tell which one a tool has." })
  declare readonly prefix: string;

  @Field(() => String, { description: "SHA-256 of its secret, in hexadecimal: a text that was found somewhere can be compared with it, and nobody can work back from it." })
  declare readonly fingerprint: string;

  @Field(() => DayScalar, { description: "The last day on which it opens anything." })
  declare readonly expiresOn: string;

  @Field(() => DayScalar, { nullable: true, description: "When it was taken back. Null where it was not." })
  declare readonly revokedOn: string | null;
}

@ObjectType("RoleGrant", { implements: [RecordInterface], description: "A role that an account or a key holds for a record, and for all that is part of it." })
export class RoleGrantType extends RecordInterface {
  @Field(() => RoleEnum, { description: "The role." })
  declare readonly role: string;

  @Field(() => GrantOriginEnum, { description: "Where it comes from." })
  declare readonly origin: string;

  @Field(() => DayScalar, { description: "The first day on which it is held." })
  declare readonly since: string;

  @Field(() => DayScalar, { nullable: true, description: "The last day on which it is held. Null where no end is set." })
  declare readonly until: string | null;
}

@ObjectType("ViewerRole", { description: "A role that whoever asks holds today." })
export class ViewerRoleType {
  @Field(() => RoleEnum, { description: "The role." })
  declare readonly role: string;
}

@ObjectType("Viewer", { description: "Whoever asks: who they are here, and what they may see. Of somebody who did not sign in, nothing." })
export class ViewerType {
  @Field(() => [ViewerRoleType], { name: "roles", description: "The roles that they hold today." })
  declare readonly grants: readonly Grant[];
}
