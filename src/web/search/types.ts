import type { SearchType } from "../graph/types.ts";

/** What can be searched for on its own, in the order of how often people do. */
export const searchTypes = [
  "PROGRAMME", "WORKSTREAM", "MILESTONE", "HEALTH_INTEGRATION_TEAM", "ORGANISATION", "PERSON", "GROUP", "PLACE", "FUNDING_AWARD", "FUNDING_TOTAL", "POST", "MEASURE",
  "TRAINING_PROGRAMME", "RISK", "STATUS_REPORT", "RECOMMENDATION", "DECISION", "OUTCOME", "OUTPUT", "EVENT", "EVENT_SERIES", "STUDY", "CONSULTATION", "COLLABORATION",
  "PRACTICE", "PRACTICE_MAP", "PRINCIPLE_SET", "PRINCIPLE", "PLEDGE", "PLEDGE_VERSION", "PLEDGE_COMMITMENT", "PLEDGE_ACTION", "EXAMPLE_ACTION", "COMMITMENT", "CRITERION", "CLAIM", "SOURCE",
] as const satisfies readonly SearchType[];
