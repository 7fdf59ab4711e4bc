import { many, one } from "../../../api/loaders.ts";
import { commitmentEvents, commitments } from "./table.ts";

export const commitmentById = one(commitments);
export const eventsOfCommitment = many(commitmentEvents, commitmentEvents.commitmentId, commitmentEvents.dateEarliest);
export const commitmentEventsByMilestone = many(commitmentEvents, commitmentEvents.milestoneId, commitmentEvents.dateEarliest);
