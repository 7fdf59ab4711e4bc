import { sql } from "drizzle-orm";
import { contains, is, isIn } from "../../../api/condition.ts";
import type { Listing } from "../../../api/page.ts";
import type { PersonFilter } from "./inputs.ts";
import { people } from "./table.ts";

export const personListing: Listing<typeof people, PersonFilter> = {
  table: people,
  orders: { NAME: { by: sql`${people.name} collate nocase` } },
  where: (filter) => [contains(people.name, filter.nameContains), isIn(people.visibility, filter.visibility), is(people.systemId, filter.system)],
};
