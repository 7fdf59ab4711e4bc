/** What of the documents the year goes on with, as its script names it. */
export const somerset = {
  programme: "@Programme:trauma-informed-somerset",
  board: "@Group:mental-health-programme-board",
  council: "@Organisation:somerset-council",
  trust: "@Organisation:somerset-nhs-foundation-trust",
  icb: "@Organisation:nhs-somerset-icb",
  principles: "@Workstream:somerset-principles",
  training: "@Workstream:somerset-training",
  change: "@Workstream:somerset-organisational-change",
  delivery: "@Workstream:somerset-service-delivery",
  afterChange: "@Dependency:somerset-service-delivery-after-organisational-change",
  place: "@Place:somerset",
} as const;

export const bnssg = {
  programme: "@Programme:trauma-informed-systems-programme",
  board: "@Group:trauma-sub-group",
  hit: "@HealthIntegrationTeam:adversity-and-trauma",
  icb: "@Organisation:nhs-bnssg-icb",
  council: "@Organisation:bristol-city-council",
  careForum: "@Organisation:the-care-forum",
  pledge: "@PledgeVersion:pledge-page",
  place: "@Place:bnssg",
} as const;

/** A commitment of the pledge, by its number. */
export function commitment(number: number): string {
  return `@PledgeCommitment:pledge-page-${number}`;
}
