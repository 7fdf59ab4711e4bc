import { graphSchema } from "../../src/api/schema.ts";
import { permissions } from "../../src/domain/partners/access/permissions.ts";
import { concepts } from "../../src/schema.ts";

/** The schema of the programme, built once for all tests of a process: what it makes of a request depends on nothing before. */
export const schema = await graphSchema(concepts, permissions);
