import { sql } from "drizzle-orm";
import { certaintyWithin, contains, isIn, within } from "../../../api/list/condition.ts";
import type { Listing } from "../../../api/page.ts";
import { ofSystem } from "../place/store.ts";
import type { SourceFilter } from "./inputs.ts";
import { sources } from "./table.ts";

const published = { earliest: sql`json_extract(${sources.published}, '$.earliest')`, latest: sql`json_extract(${sources.published}, '$.latest')` };

export const sourceListing: Listing<typeof sources, SourceFilter> = {
  table: sources,
  orders: {
    TITLE: { by: sql`${sources.title} collate nocase` },
    BECAME_KNOWN: { by: sql`coalesce(json_extract(${sources.becameKnown}, '$.earliest'), '9999-12-31')` },
  },
  where: (filter, context) => [
    ofSystem(context, sources, filter.system),
    isIn(sources.kind, filter.kind),
    contains(sources.title, filter.titleContains),
    within(published, filter.published),
    isIn(sql`json_extract(${sources.published}, '$.status')`, filter.publishedStatus),
  ],
  certainty: (filter) => (filter.published ? certaintyWithin(published, filter.published) : undefined),
};
