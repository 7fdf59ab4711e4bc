import { index, sqliteTable, type AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, partialDate, reference, wholeNumber, words } from "../../../ledger/column.ts";
import { belonging, places } from "../../foundation/place/table.ts";
import { bases, organisations } from "../../partners/organisation/table.ts";
import { groups } from "../../partners/group/table.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { outputs } from "../output/table.ts";

/** What a statement of a set is: what to keep to; what a word means, and the parts of that; what explains it, what it aims for, and what it is not. */
export const principleKinds = ["PRINCIPLE", "DEFINITION", "PART", "EXPLANATION", "AIM", "LIMIT"] as const;

/** Principles, or a definition in its parts, that somebody works by. */
export const principleSets = sqliteTable(
  "principle_sets",
  {
    ...identity,
    ...belonging,
    name: words().notNull(),
    edition: words(),
    adopted: partialDate(),
    ownerOrganisationId: reference(() => organisations.id),
    ownerGroupId: reference(() => groups.id),
    placeId: reference(() => places.id),
    programmeId: reference(() => programmes.id),
    /** The document in which it can be read in full. */
    outputId: reference(() => outputs.id),
  },
  (set) => [
    index("principle_sets_by_name").on(set.name),
    index("principle_sets_by_owner_organisation").on(set.ownerOrganisationId),
    index("principle_sets_by_owner_group").on(set.ownerGroupId),
    index("principle_sets_by_place").on(set.placeId),
    index("principle_sets_by_programme").on(set.programmeId),
    index("principle_sets_by_output").on(set.outputId),
  ],
);

export const principles = sqliteTable(
  "principles",
  {
    ...identity,
    ...belonging,
    principleSetId: reference(() => principleSets.id).notNull(),
    position: wholeNumber().notNull(),
    /** Whether the document numbers it so, or the order was taken from where it stands. */
    positionBasis: oneOf(bases).notNull(),
    kind: oneOf(principleKinds).notNull(),
    /** A short wording of ours. */
    statement: words().notNull(),
    /** The statement that it explains or belongs to. */
    partOfId: reference((): AnySQLiteColumn => principles.id),
  },
  (principle) => [
    index("principles_by_principle_set").on(principle.principleSetId, principle.position),
    index("principles_by_part_of").on(principle.partOfId),
  ],
);

export const principleSetKind = recordKind("PrincipleSet", "ps", principleSets, { names: [principleSets.name], partOf: [principleSets.programmeId], choices: [{ among: [principleSets.ownerOrganisationId, principleSets.ownerGroupId], unsaid: null }] });
export const principleKind = recordKind("Principle", "pp", principles, { statements: [principles.statement], partOf: [principles.principleSetId] });
