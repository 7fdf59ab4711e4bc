import "reflect-metadata";
import { permissions } from "./domain/partners/access/permissions.ts";
import { keptImports } from "./feeds/import/rows/kept-imports.ts";
import { standardsOf } from "./api/act/standard.ts";
import type { Concept } from "./domain/concept.ts";
import { claim } from "./domain/claim/resolver.ts";
import { boardPack } from "./domain/delivery/board-pack/resolver.ts";
import { calendarAddress } from "./domain/delivery/calendar-address/resolver.ts";
import { criterion } from "./domain/delivery/criterion/resolver.ts";
import { dependency } from "./domain/delivery/dependency/resolver.ts";
import { milestone } from "./domain/delivery/milestone/resolver.ts";
import { programme } from "./domain/delivery/programme/resolver.ts";
import { risk } from "./domain/delivery/risk/resolver.ts";
import { statusReport } from "./domain/delivery/status-report/resolver.ts";
import { workstream } from "./domain/delivery/workstream/resolver.ts";
import { place } from "./domain/foundation/place/resolver.ts";
import { externalReference } from "./domain/foundation/external-reference/resolver.ts";
import { source } from "./domain/foundation/source/resolver.ts";
import { consultation } from "./domain/learning/consultation/resolver.ts";
import { decision } from "./domain/learning/decision/resolver.ts";
import { event } from "./domain/learning/event/resolver.ts";
import { outcome } from "./domain/learning/outcome/resolver.ts";
import { output } from "./domain/learning/output/resolver.ts";
import { practice } from "./domain/learning/practice/resolver.ts";
import { principleSet } from "./domain/learning/principle-set/resolver.ts";
import { recommendation } from "./domain/learning/recommendation/resolver.ts";
import { study } from "./domain/learning/study/resolver.ts";
import { access } from "./domain/partners/access/resolver.ts";
import { collaboration } from "./domain/partners/collaboration/resolver.ts";
import { monthlyUpdate } from "./domain/monthly-update/resolver.ts";
import { overview } from "./domain/overview/resolver.ts";
import { difference } from "./domain/difference/resolver.ts";
import { group } from "./domain/partners/group/resolver.ts";
import { healthIntegrationTeam } from "./domain/partners/health-integration-team/resolver.ts";
import { membership } from "./domain/partners/membership/resolver.ts";
import { organisation } from "./domain/partners/organisation/resolver.ts";
import { party } from "./domain/partners/party/resolver.ts";
import { person } from "./domain/partners/person/resolver.ts";
import { webhook } from "./domain/partners/webhook/resolver.ts";
import { commitment } from "./domain/promises/commitment/resolver.ts";
import { pledge } from "./domain/promises/pledge/resolver.ts";
import { funding } from "./domain/resources/funding/resolver.ts";
import { measure } from "./domain/resources/measure/resolver.ts";
import { post } from "./domain/resources/post/resolver.ts";
import { training } from "./domain/resources/training/resolver.ts";

/** Who takes part, and where: each points only at those above it, as everywhere here. */
const ground: readonly Concept[] = [place, source, externalReference, organisation, person, access, webhook, healthIntegrationTeam, group, membership, party, collaboration];

/** What they do. */
const work: readonly Concept[] = [
  programme, workstream, criterion, milestone, dependency, statusReport, risk, boardPack, calendarAddress,
  funding, post, training, measure,
  event, output, study, recommendation, decision, outcome, principleSet, consultation, practice,
  commitment, pledge,
  claim,
];

/** As boards and spreadsheets ask for them: what is done comes first. */
const asRead: readonly Concept[] = [...work, ...ground];

/** Every concept of the programme, in the order of their foreign keys. */
export const concepts: readonly Concept[] = [...ground, ...work, monthlyUpdate, overview, difference(asRead)];

/** Their records as flat tables. */
export const flatTables = asRead.flatMap(({ flatTables = [] }) => flatTables);

/** Their tables that are taken in: as a concept says, or by the acts that are the same for every kind. */
const ownImports = concepts.flatMap(({ imports = [] }) => imports);
const places = new Map(concepts.flatMap(({ kinds }) => kinds).map(({ type }, index) => [type, index]));

/** In the order in which one may point at those before. */
export const importables = [...ownImports, ...keptImports(flatTables, permissions, ownImports)].toSorted((a, b) => (places.get(a.kind.type) ?? 0) - (places.get(b.kind.type) ?? 0));

/** What has to hold of their records, whichever act writes them. */
export const standards = standardsOf(concepts);
