import type { Standard } from "../../../api/act/standard.ts";
import { standard } from "../../../api/act/uphold.ts";
import { now, thereWhenNamed } from "../../partners/organisation/being-there.ts";
import { wayTo } from "./circle.ts";
import { wrongBeside } from "./decisions.ts";
import { dependenciesOf, eitherWaiting, linksFrom } from "./links.ts";
import { holds } from "./rules.ts";
import { dependencyKind, dependencyWaiverKind } from "./table.ts";

export const dependencyStandards: readonly Standard[] = [
  // Whoever gives leave to go on is there.
  thereWhenNamed(dependencyWaiverKind, ({ grantedById }) => ({ grantedById }), (waiver, at) => (holds(waiver, at.today) ? now(at) : [])),
  // What was dropped comes back where it makes no circle with what was added since.
  standard(dependencyKind, {
    returns: (dependency, { graph, sees }) => {
      const successor = eitherWaiting(graph, dependency.successorWorkstreamId, dependency.successorMilestoneId);
      const predecessor = eitherWaiting(graph, dependency.predecessorWorkstreamId, dependency.predecessorMilestoneId);
      if (successor === null) return [];
      const way = predecessor === null ? null : wayTo(predecessor, successor.id, linksFrom(graph));
      const standing = dependenciesOf(graph, successor.id).filter(({ id }) => id !== dependency.id);
      return wrongBeside({ ...dependency }, { successor, predecessor, way, standing }, sees);
    },
  }),
];
