import type { Concept } from "./api/concept.ts";
import { criterion } from "./domain/delivery/criterion/resolver.ts";
import { dependency } from "./domain/delivery/dependency/resolver.ts";
import { milestone } from "./domain/delivery/milestone/resolver.ts";
import { programme } from "./domain/delivery/programme/resolver.ts";
import { workstream } from "./domain/delivery/workstream/resolver.ts";
import { place } from "./domain/foundation/place/resolver.ts";
import { source } from "./domain/foundation/source/resolver.ts";
import { group } from "./domain/partners/group/resolver.ts";
import { healthIntegrationTeam } from "./domain/partners/health-integration-team/resolver.ts";
import { membership } from "./domain/partners/membership/resolver.ts";
import { organisation } from "./domain/partners/organisation/resolver.ts";
import { person } from "./domain/partners/person/resolver.ts";
import { funding } from "./domain/resources/funding/resolver.ts";

/** Every concept of the programme, in the order of their foreign keys: each points only at those above it. */
export const concepts: readonly Concept[] = [
  place, source,
  organisation, person, healthIntegrationTeam, group, membership,
  programme, workstream, criterion, milestone, dependency,
  funding,
];
