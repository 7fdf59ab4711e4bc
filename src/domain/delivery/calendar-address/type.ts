import { Field, ObjectType } from "type-graphql";
import { RecordInterface } from "../../../api/record.ts";
import { DayScalar } from "../../../api/value/scalars.ts";

@ObjectType("CalendarAddress", {
  implements: [RecordInterface],
  description: "An address at which a calendar program finds what is due, without signing in: it shows what its maker may see on the day, and no more. Its secret is shown once, when it is made, and is kept nowhere. Given out to its maker, and to whoever is given the account or the key that made it.",
})
export class CalendarAddressType extends RecordInterface {
  @Field(() => String, { nullable: true, description: "Where it is used, in the words of whoever made it." })
  declare readonly name: string | null;

  @Field(() => String, { description: "The first letters of its secret: enough to tell which one a calendar program has." })
  declare readonly prefix: string;

  @Field(() => String, { description: "SHA-256 of its secret, in hexadecimal: an address that was found somewhere can be compared with it, and nobody can work back from it." })
  declare readonly fingerprint: string;

  @Field(() => DayScalar, { description: "When it was made." })
  declare readonly madeOn: string;

  @Field(() => DayScalar, { nullable: true, description: "When it was revoked: since then it opens nothing. Null while it stands." })
  declare readonly revokedOn: string | null;
}
