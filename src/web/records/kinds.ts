/** What people call each sort of record, and where one of it stands. Whatever has no page of its own stands at `/records`. */
const kinds: Readonly<Record<string, { readonly name: string; readonly at?: string }>> = {
  Programme: { name: "Programme", at: "/programmes" },
  Workstream: { name: "Workstream", at: "/workstreams" },
  Milestone: { name: "Milestone", at: "/milestones" },
  HealthIntegrationTeam: { name: "Health integration team", at: "/teams" },
  Organisation: { name: "Organisation", at: "/organisations" },
  Person: { name: "Person in a role", at: "/people" },
  Group: { name: "Group", at: "/groups" },
  FundingAward: { name: "Funding award", at: "/funding" },
  Pledge: { name: "Pledge", at: "/pledges" },
  PledgeSignature: { name: "Pledge signature", at: "/signatures" },
  Measure: { name: "Measure", at: "/measures" },
  Recommendation: { name: "Recommendation", at: "/recommendations" },
  StatusReport: { name: "Status report", at: "/reports" },
  Source: { name: "Source", at: "/sources" },
  BoardPack: { name: "Board pack", at: "/packs" },
  Place: { name: "Place" },
  FundingTotal: { name: "Stated funding total" },
  Post: { name: "Post" },
  Risk: { name: "Risk or issue" },
  Outcome: { name: "Outcome" },
  OutcomeContribution: { name: "Contribution to an outcome" },
  Output: { name: "Output" },
  PracticeMap: { name: "Practice map" },
  Practice: { name: "Practice" },
  TrainingProgramme: { name: "Training programme" },
  Event: { name: "Event" },
  EventSeries: { name: "Series of events" },
  Study: { name: "Study" },
  Decision: { name: "Decision" },
  Consultation: { name: "Consultation" },
  Collaboration: { name: "Collaboration" },
  Commitment: { name: "Commitment" },
  PledgeAction: { name: "Pledge action" },
  PledgeVersion: { name: "Wording of a pledge" },
  PledgeCommitment: { name: "Commitment in a pledge" },
  PrincipleSet: { name: "Set of principles" },
  Principle: { name: "Principle" },
  Criterion: { name: "Readiness criterion" },
  Dependency: { name: "Dependency" },
  DependencyWaiver: { name: "Waiver" },
  StatusReportItem: { name: "Line of a report" },
  Judgement: { name: "Judgement" },
  Claim: { name: "Claim" },
  PersonRole: { name: "Role of a person" },
  Membership: { name: "Membership" },
  MeasureActual: { name: "Count" },
  Cohort: { name: "Trained group" },
  AwardParty: { name: "Party to an award" },
};

/** PledgeDifference as "Pledge difference". */
export function kindName(type: string): string {
  const known = kinds[type]?.name;
  if (known !== undefined) return known;
  const words = type.replaceAll(/(?<=[a-z])([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words;
}

/** The page of a record. */
export function recordPath(type: string, id: string): string {
  return `${kinds[type]?.at ?? "/records"}/${id}`;
}
