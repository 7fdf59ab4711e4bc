import { grouped } from "../../../kernel/grouped.ts";
import type { ValueStatus } from "../../../kernel/value-status.ts";
import type { groups } from "../../partners/group/table.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import type { pledgeSignatures } from "./table.ts";

type Signature = typeof pledgeSignatures.$inferSelect;
type Sector = (typeof organisations.$inferSelect)["sector"];

/** A signature with the body behind it, as far as the viewer may see it. */
export interface Signed {
  readonly signature: Signature;
  readonly organisation: Pick<typeof organisations.$inferSelect, "sector" | "placeId" | "gaps"> | null;
  readonly group: Pick<typeof groups.$inferSelect, "placeId"> | null;
}

/** How many bodies have signed, and the signatures behind that number. */
export interface CoverageFigure {
  /** Each body once, however often it signed. */
  readonly signatories: number;
  readonly signatures: readonly Signature[];
}

/** The figure of those who have something in common; where that is not known, why. */
export interface CoverageShare<Value> extends CoverageFigure {
  readonly value: Value | null;
  readonly status: ValueStatus;
}

/** How far a pledge has spread: counts only, since nobody knows how many bodies could sign. */
export interface Coverage {
  readonly all: CoverageFigure;
  readonly bySector: readonly CoverageShare<Sector>[];
  /** The value is the id of the place. */
  readonly byPlace: readonly CoverageShare<string>[];
  readonly bySignatoryKind: readonly CoverageShare<Signature["signatoryKind"]>[];
}

export function coverageOf(all: readonly Signed[]): Coverage {
  return {
    all: figureOf(all),
    bySector: sharesOf(all, sectorOf),
    byPlace: sharesOf(all, placeOf),
    bySignatoryKind: sharesOf(all, ({ signature }) => known(signature.signatoryKind, signature.gaps["signatoryKind"])),
  };
}

interface Part<Value> {
  readonly value: Value | null;
  readonly status: ValueStatus;
}

/** A group or a body that is only described is of no sector; of an organisation that the viewer may not see, it is withheld. */
function sectorOf({ signature, organisation }: Signed): Part<Sector> {
  if (signature.organisationId === null) return { value: null, status: "NOT_APPLICABLE" };
  return organisation === null ? { value: null, status: "WITHHELD" } : known(organisation.sector, organisation.gaps["sector"]);
}

/** The place for which it was signed, else that of the body. */
function placeOf({ signature, organisation, group }: Signed): Part<string> {
  const place = signature.placeId ?? organisation?.placeId ?? group?.placeId ?? null;
  const isHidden = (signature.organisationId !== null && organisation === null) || (signature.groupId !== null && group === null);
  return place === null && isHidden ? { value: null, status: "WITHHELD" } : known(place, signature.gaps["placeId"]);
}

function known<Value>(value: Value | null, gap: ValueStatus | undefined): Part<Value> {
  return value === null ? { value, status: gap ?? "UNKNOWN" } : { value, status: "KNOWN" };
}

/** The largest share first; what is not known last. */
function sharesOf<Value>(all: readonly Signed[], partOf: (signed: Signed) => Part<Value>): CoverageShare<Value>[] {
  const parts = all.map((signed) => ({ signed, part: partOf(signed) }));
  const byPart = grouped(parts, ({ part }) => `${part.status} ${String(part.value)}`);
  return [...byPart.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, members]) => members.slice(0, 1).map(({ part }) => ({ ...part, ...figureOf(members.map(({ signed }) => signed)) })))
    .toSorted((a, b) => Number(a.value === null) - Number(b.value === null) || b.signatories - a.signatories);
}

function figureOf(all: readonly Signed[]): CoverageFigure {
  const signatures = all.map(({ signature }) => signature);
  return { signatories: new Set(signatures.map(signatoryOf)).size, signatures };
}

/** What makes two signatures one body's. */
function signatoryOf({ organisationId, groupId, description }: Signature): string {
  return organisationId ?? groupId ?? `described ${description?.toLowerCase() ?? ""}`;
}
