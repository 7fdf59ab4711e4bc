import { rowsBy } from "../../../api/act/rows.ts";
import type { Standard } from "../../../api/act/standard.ts";
import { rowById } from "../../../api/act/uphold.ts";
import { on, thereThen } from "../../partners/organisation/being-there.ts";
import { commitmentEventKind, commitmentEvents, commitmentKind } from "./table.ts";

const commitmentById = rowById(commitmentKind);
const eventsOf = rowsBy(commitmentEvents, commitmentEvents.commitmentId);

/** Of an event, when somebody secured the commitment. */
function secured({ kind, date }: typeof commitmentEvents.$inferSelect): ReturnType<typeof on> {
  return kind === "SECURED" ? on({ date }).map((time) => ({ ...time, columns: [...time.columns, "kind"] })) : [];
}

/** A body was there when it made a commitment, and when that was secured, published or renewed; one that secured it was there then. */
export const commitmentStandards: readonly Standard[] = [
  ...thereThen(commitmentKind, ({ organisationId }) => ({ organisationId }), ({ id }, { graph }) => eventsOf(graph, id).flatMap(({ date }) => on({ date }))),
  ...thereThen(commitmentEventKind, ({ commitmentId }, { graph }) => ({ commitmentId: commitmentById(graph, commitmentId)?.organisationId ?? null }), ({ date }) => on({ date })),
  ...thereThen(commitmentKind, ({ securedByOrganisationId }) => ({ securedByOrganisationId }), ({ id }, { graph }) => eventsOf(graph, id).flatMap(secured)),
  ...thereThen(commitmentEventKind, ({ commitmentId }, { graph }) => ({ commitmentId: commitmentById(graph, commitmentId)?.securedByOrganisationId ?? null }), secured),
];
