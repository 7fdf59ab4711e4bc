import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { MOST_IN_TITLE } from "../../../api/act/texts.ts";
import { contains, isIn } from "../../../api/list/condition.ts";
import type { Context } from "../../../api/context.ts";
import type { Day } from "../../../kernel/day.ts";
import { searchTexts } from "../../../api/search/texts.ts";
import { query, statement, type Graph } from "../../../ledger/graph.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointedAtBy } from "../../../api/list/related.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import type { IdentifierInput, OrganisationFilter } from "./inputs.ts";
import { apart, holderOn } from "./rules.ts";
import { ofOrganisation } from "./succession.ts";
import { organisationIdentifiers, organisationKind, organisationNameKind, organisationNames, organisations } from "./table.ts";

export const organisationListing: Listing<typeof organisations, OrganisationFilter> = {
  table: organisations,
  orders: { NAME: { by: sql`${organisations.name} collate nocase` } },
  where: ({ name, nameContains, identifier, kind, sector, status, place, parent, succession, isUnit, system }, context) => [
    either(isCalled(organisations.name, name), namedBy(context, isCalled(organisationNames.name, name))),
    either(contains(organisations.name, nameContains), namedBy(context, contains(organisationNames.name, nameContains))),
    identifier ? pointedAtBy(context, organisations.id, organisationIdentifiers, organisationIdentifiers.organisationId, identifies(identifier)) : undefined,
    isIn(organisations.kind, kind),
    isIn(organisations.sector, sector),
    isIn(organisations.status, status),
    inPlace(context, organisations.placeId, place),
    ofOrganisation(context, organisations.parentId, parent, { succession }),
    ofSystem(context, organisations, system),
    typeof isUnit === "boolean" ? sql`(${organisations.parentId} is not null) = ${Number(isUnit)}` : undefined,
  ],
};

/** A name of an organisation, its own or another, and the record in which it stands. */
type Called = Pick<typeof searchTexts.$inferSelect, "leadsTo" | "recordId" | "text">;

/** The names of organisations in which all of these words stand, in whatever order: found by the index of all words. */
export function calledLike(graph: Graph, words: readonly string[]): readonly Called[] {
  const different = [...new Set(words)];
  // In no name are there more words than this, and to look for each of thousands would take seconds.
  if (different.length === 0 || different.length > MOST_IN_TITLE / 2) return [];
  return withWords.all(graph, { words: `{text} : (${different.map((word) => `"${word}"`).join(" AND ")})`, own: `${organisationKind.prefix}_%`, other: `${organisationNameKind.prefix}_%` });
}

const withWords = statement(
  query.select({ leadsTo: searchTexts.leadsTo, recordId: searchTexts.recordId, text: searchTexts.text }).from(searchTexts)
    .where(sql`${searchTexts.id} in (select rowid from search_words where search_words match ${sql.placeholder("words")}) and (${searchTexts.recordId} like ${sql.placeholder("own")} or ${searchTexts.recordId} like ${sql.placeholder("other")})`)
    .orderBy(searchTexts.recordId),
);

/** All that have, or ever had, an identifier, whoever may see them. */
export const holdersOf = statement(
  query.select().from(organisationIdentifiers).where(sql`${organisationIdentifiers.scheme} = ${sql.placeholder("scheme")} and ${organisationIdentifiers.value} = ${sql.placeholder("value")}`).orderBy(organisationIdentifiers.id),
);

/** The organisation whose an identifier is on a day, or was at last, in the form GB-NHS-RVJ, whoever may see it; none, or one. */
export function holderOfOrgId(graph: Graph, orgId: string, on: Day): readonly string[] {
  const identifier = apart(orgId);
  const holder = identifier === null ? null : holderOn(holdersOf.all(graph, { ...identifier }), on);
  return holder === null ? [] : [holder.organisationId];
}

function isCalled(column: AnySQLiteColumn, name: string | null | undefined): SQL | undefined {
  return typeof name === "string" ? sql`${column} = ${name} collate nocase` : undefined;
}

function namedBy(context: Context, holds: SQL | undefined): SQL | undefined {
  return pointedAtBy(context, organisations.id, organisationNames, organisationNames.organisationId, holds);
}

function identifies({ scheme, value }: IdentifierInput): SQL {
  return sql`${organisationIdentifiers.scheme} = ${scheme} and ${organisationIdentifiers.value} = ${value}`;
}
