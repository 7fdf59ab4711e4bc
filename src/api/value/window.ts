import { Field, InputType } from "type-graphql";
import type { Certainty } from "../../kernel/certainty.ts";
import { DayScalar } from "./scalars.ts";
import { CertaintyEnum } from "./value-status.ts";

@InputType("DateWindow", {
  description: "A span of days in which imprecise dates are looked for: a financial year, or days from and to, both included and either of them open. Every edge of the answer says whether its hit is CERTAIN or POSSIBLE.",
})
export class DateWindow {
  @Field(() => DayScalar, { nullable: true, description: "The first day." })
  declare readonly from?: string | null;

  @Field(() => DayScalar, { nullable: true, description: "The last day." })
  declare readonly to?: string | null;

  @Field(() => String, { nullable: true, description: "Instead of days: a financial year, as 2022-23, 2022/23 or FY23." })
  declare readonly financialYear?: string | null;

  @Field(() => CertaintyEnum, { nullable: true, description: "Only hits that are this sure: CERTAIN or POSSIBLE. Both unless given." })
  declare readonly certainty?: Certainty | null;
}
