import { sql } from "drizzle-orm";
import { Fault } from "../api/fault/fault.ts";
import { nobody, type Viewer } from "../api/access/viewer.ts";
import { programmes } from "../domain/delivery/programme/table.ts";
import { healthIntegrationTeams } from "../domain/partners/health-integration-team/table.ts";
import { workstreams } from "../domain/delivery/workstream/table.ts";
import { hasAnyKey, keyFor, signedIn, viewerOf } from "../domain/partners/access/signing-in.ts";
import { londonDay, type Day } from "../kernel/day.ts";
import { fingerprintOf } from "../kernel/secret.ts";
import { tableStatement, type Graph } from "../ledger/graph.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Moment } from "../ledger/snapshot.ts";
import type { Access, Asker, LocalPerson } from "../server/application.ts";
import { AsItStands } from "./as-it-stands.ts";

/** What the server asks of accounts and keys, answered from the ledger at its head. */
export function accessOver(ledger: Ledger): Access {
  const reading = <Result>(work: (graph: Graph) => Result): Result => {
    const lease = ledger.lease();
    try {
      return work(lease.graph);
    } finally {
      lease.release();
    }
  };
  const holders = new AsItStands<string | null>();
  return {
    drawers: ledger.drawers,
    keyHolder: (secret) => {
      const day = today();
      return holders.find(ledger.head(), day, fingerprintOf(secret), () => {
        const found = reading((graph) => keyFor(graph, secret, day));
        return "id" in found ? found.id : null;
      });
    },
    hasAnyKey: () => reading((graph) => hasAnyKey(graph, today())),
    mayEnter: (holderId) => reading((graph) => viewerOf(graph, holderId, today()).accountId !== null),
    signedIn: (person) => signedIn(ledger, person),
    localPeople: () => reading(localPeople),
  };
}

/** What whoever asks may see and do at a moment, by the roles of today. Between signing in and this they may have been shut out. */
export function viewerFor({ ledger, graph }: Pick<Moment, "ledger" | "graph">, asker: Asker | null, today: Day): Viewer {
  if (asker === null) return nobody;
  // Where the past is read, the ledger's own tables stand beside the graph at the head.
  const viewer = viewerOf(ledger, asker.holderId, today, graph);
  if (viewer.accountId === null) throw new Fault("UNAUTHENTICATED", "Your sign-in has ended. What was saved stays. Sign in again to go on.", { http: { status: 401 } });
  return viewer;
}

function today(): Day {
  return londonDay(new Date());
}

const firstLed = tableStatement<{ id: string }>(
  programmes,
  sql`select ${programmes.id} from ${programmes} where exists (select 1 from ${workstreams} where ${workstreams.programmeId} = ${programmes.id}) order by ${programmes.name}, ${programmes.id} limit 1`,
);

const firstLeadingTeam = tableStatement<{ id: string }>(
  healthIntegrationTeams,
  sql`select ${healthIntegrationTeams.id} from ${healthIntegrationTeams} where exists (select 1 from ${workstreams} where ${workstreams.leadHealthIntegrationTeamId} = ${healthIntegrationTeams.id}) order by ${healthIntegrationTeams.name}, ${healthIntegrationTeams.id} limit 1`,
);

/** One person for each role: the leads lead the first programme that has workstreams, one more the first HIT that leads any, the others are what they are to everything. */
export function localPeople(graph: Graph): LocalPerson[] {
  const led = firstLed.first(graph)?.id;
  const team = firstLeadingTeam.first(graph)?.id;
  const leads = [
    ...(led === undefined ? [] : [person("lead", "LEAD", led), person("deputy lead", "DEPUTY", led)]),
    ...(team === undefined ? [] : [{ ...person("HIT lead", "LEAD", team), subject: "HIT_LEAD" }]),
  ];
  return [...leads, person("office", "OFFICE"), person("steward", "STEWARD"), person("auditor", "AUDITOR"), person("reader", "READER")];
}

function person(label: string, role: LocalPerson["grants"][number]["role"], holdsFor: string | null = null): LocalPerson {
  return { subject: role, label, grants: [{ role, holdsFor }] };
}
