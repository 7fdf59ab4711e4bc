import { programmeSchema } from "../../src/tracker.ts";

/** The schema of the programme: what it makes of a request depends on nothing before. */
export const schema = await programmeSchema();
