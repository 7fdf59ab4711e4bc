import { Field, ObjectType } from "type-graphql";
import { DayScalar } from "./scalars.ts";

@ObjectType("FinancialYear", { description: "The year from 1 April to 31 March." })
export class FinancialYearType {
  @Field(() => String, { description: "Its one written form, as 2022-23." })
  declare readonly label: string;

  @Field(() => DayScalar, { description: "1 April." })
  declare readonly firstDay: string;

  @Field(() => DayScalar, { description: "31 March." })
  declare readonly lastDay: string;
}
