import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { contains, isIn } from "../../../api/condition.ts";
import type { Context } from "../../../api/context.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointedAtBy, pointsTo } from "../../../api/related.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import type { IdentifierInput, OrganisationFilter } from "./inputs.ts";
import { organisationIdentifiers, organisationNames, organisations } from "./table.ts";

export const organisationListing: Listing<typeof organisations, OrganisationFilter> = {
  table: organisations,
  orders: { NAME: { by: sql`${organisations.name} collate nocase` } },
  where: ({ name, nameContains, identifier, kind, sector, status, place, parent, isUnit, system }, context) => [
    either(isCalled(organisations.name, name), namedBy(context, isCalled(organisationNames.name, name))),
    either(contains(organisations.name, nameContains), namedBy(context, contains(organisationNames.name, nameContains))),
    identifier ? pointedAtBy(context, organisations.id, organisationIdentifiers, organisationIdentifiers.organisationId, identifies(identifier)) : undefined,
    isIn(organisations.kind, kind),
    isIn(organisations.sector, sector),
    isIn(organisations.status, status),
    inPlace(context, organisations.placeId, place),
    pointsTo(context, organisations.parentId, organisations, parent),
    ofSystem(context, organisations, system),
    typeof isUnit === "boolean" ? sql`(${organisations.parentId} is not null) = ${Number(isUnit)}` : undefined,
  ],
};

function isCalled(column: AnySQLiteColumn, name: string | null | undefined): SQL | undefined {
  return typeof name === "string" ? sql`${column} = ${name} collate nocase` : undefined;
}

function namedBy(context: Context, holds: SQL | undefined): SQL | undefined {
  return pointedAtBy(context, organisations.id, organisationNames, organisationNames.organisationId, holds);
}

function identifies({ scheme, value }: IdentifierInput): SQL {
  return sql`${organisationIdentifiers.scheme} = ${scheme} and ${organisationIdentifiers.value} = ${value}`;
}
