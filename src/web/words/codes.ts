import type { IdentifierScheme } from "../graph/types.ts";

/** Who gives the codes of a scheme, as people call it. */
const givers: Readonly<Record<IdentifierScheme, string>> = {
  GB_CHC: "Charity Commission", GB_COH: "Companies House", GB_LAE: "Local authority", GB_MPR: "Mutuals register", GB_NHS: "NHS", GB_UKPRN: "Learning provider", GSS: "Office for National Statistics",
};

/** A code of an organisation with who gives it: NHS RVJ. */
export function codeOf({ scheme, value }: { readonly scheme: IdentifierScheme; readonly value: string }): string {
  return `${givers[scheme]} ${value}`;
}
