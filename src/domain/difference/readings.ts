import { claimReadings } from "../claim/board-reading.ts";
import { boardPackReadings } from "../delivery/board-pack/board-reading.ts";
import { criterionReadings } from "../delivery/criterion/board-reading.ts";
import { dependencyReadings } from "../delivery/dependency/board-reading.ts";
import { milestoneReadings } from "../delivery/milestone/board-reading.ts";
import { programmeReadings } from "../delivery/programme/board-reading.ts";
import { riskReadings } from "../delivery/risk/board-reading.ts";
import { statusReportReadings } from "../delivery/status-report/board-reading.ts";
import { workstreamReadings } from "../delivery/workstream/board-reading.ts";
import { placeReadings } from "../foundation/place/board-reading.ts";
import { sourceReadings } from "../foundation/source/board-reading.ts";
import { consultationReadings } from "../learning/consultation/board-reading.ts";
import { decisionReadings } from "../learning/decision/board-reading.ts";
import { eventReadings } from "../learning/event/board-reading.ts";
import { outcomeReadings } from "../learning/outcome/board-reading.ts";
import { outputReadings } from "../learning/output/board-reading.ts";
import { practiceReadings } from "../learning/practice/board-reading.ts";
import { principleSetReadings } from "../learning/principle-set/board-reading.ts";
import { recommendationReadings } from "../learning/recommendation/board-reading.ts";
import { studyReadings } from "../learning/study/board-reading.ts";
import { collaborationReadings } from "../partners/collaboration/board-reading.ts";
import { groupReadings } from "../partners/group/board-reading.ts";
import { healthIntegrationTeamReadings } from "../partners/health-integration-team/board-reading.ts";
import { membershipReadings } from "../partners/membership/board-reading.ts";
import { organisationReadings } from "../partners/organisation/board-reading.ts";
import { personReadings } from "../partners/person/board-reading.ts";
import { commitmentReadings } from "../promises/commitment/board-reading.ts";
import { pledgeReadings } from "../promises/pledge/board-reading.ts";
import { fundingReadings } from "../resources/funding/board-reading.ts";
import { measureReadings } from "../resources/measure/board-reading.ts";
import { postReadings } from "../resources/post/board-reading.ts";
import { trainingReadings } from "../resources/training/board-reading.ts";
import type { BoardReading } from "../board-reading.ts";

/** How a board reads each concept. A concept that is not here is read as new, changed or removed, by its own names. */
export const readings: readonly BoardReading[] = [
  programmeReadings, workstreamReadings, criterionReadings, milestoneReadings, dependencyReadings, statusReportReadings, riskReadings, boardPackReadings,
  fundingReadings, postReadings, trainingReadings, measureReadings,
  eventReadings, outputReadings, studyReadings, recommendationReadings, decisionReadings, outcomeReadings, principleSetReadings, consultationReadings, practiceReadings,
  commitmentReadings, pledgeReadings,
  claimReadings,
  healthIntegrationTeamReadings, groupReadings, membershipReadings, collaborationReadings,
  organisationReadings, personReadings, placeReadings, sourceReadings,
].flat();
