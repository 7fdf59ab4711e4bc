import type { ProgrammeQuery } from "../graph/types.ts";

/** A programme as its page has it. */
export type FoundProgramme = NonNullable<ProgrammeQuery["programme"]>;
