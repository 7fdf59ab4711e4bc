import { sql } from "drizzle-orm";
import { visible } from "../../api/access/audience.ts";
import { isIn } from "../../api/list/condition.ts";
import { reading, type Context } from "../../api/context.ts";
import { Fault } from "../../api/fault/fault.ts";
import type { RecordTable } from "../../api/loaders.ts";
import { isId } from "../../kernel/identity.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import { tableStatement } from "../../ledger/graph.ts";
import { claimKind } from "../claim/table.ts";
import { programmeGovernances, programmeKind } from "../delivery/programme/table.ts";
import { workstreamKind } from "../delivery/workstream/table.ts";
import { inPlace } from "../foundation/place/store.ts";
import { placeKind, places } from "../foundation/place/table.ts";
import { healthIntegrationTeamKind } from "../partners/health-integration-team/table.ts";
import type { Followed } from "../partners/organisation/inputs.ts";
import { idsOfLine } from "../partners/organisation/succession.ts";
import { organisationKind, organisations } from "../partners/organisation/table.ts";
import { waysFrom } from "../wholes.ts";
import { rowAs, type Sides, type Standing, type Versions } from "./sides.ts";

/** Of what a difference is: all that is given holds; nothing given is everything. */
export interface Scope {
  readonly system: string | null;
  readonly place: string | null;
  /** Of one of these; null: of any, and of none. */
  readonly programmes: readonly string[] | null;
  readonly workstream: string | null;
  readonly themes: readonly string[] | null;
  readonly healthIntegrationTeam: string | null;
  readonly organisation: string | null;
  readonly succession: Followed | null;
}

/** Whether what became of a record is in a scope: where either of its versions is. */
export type InScope = (versions: Versions) => Promise<boolean>;

/** The test for a scope. Refuses what is not there: a difference of nothing would read as if nothing had changed. */
export async function inScope(context: Context, sides: Sides, kinds: readonly RecordKind<RecordTable>[], scope: Scope): Promise<InScope> {
  await demandScope(sides, scope);
  const tests = testsOf(context, kinds, scope);
  const reached = new Reached(sides);
  const holds = async (standing: Standing | null): Promise<boolean> => {
    if (standing === null) return false;
    if (scope.system !== null && standing.row.systemId !== scope.system && standing.row.id !== scope.system) return false;
    if (tests.length === 0) return true;
    const from = await reached.from(standing);
    return tests.every((test) => test(from, standing.row.id));
  };
  return async ({ before, after }) => (await holds(after)) || holds(before);
}

/** What a record is, belongs to and points at, with what that points at: ids, and the themes of its workstreams. */
interface Reach {
  readonly ids: ReadonlySet<string>;
  readonly themes: ReadonlySet<string>;
}

type Test = (reach: Reach, id: string) => boolean;

/** Whether one of these is reached. */
function any(ids: readonly string[]): Test {
  return (reach) => ids.some((id) => reach.ids.has(id));
}

function testsOf(context: Context, kinds: readonly RecordKind<RecordTable>[], { place, programmes, workstream, themes, healthIntegrationTeam, organisation, succession }: Scope): Test[] {
  const line = organisation === null ? [] : idsOfLine(context, organisation, { succession });
  const named = line.length === 0 ? new Set<string>() : namedIn(context, kinds, line);
  return [
    place === null ? [] : any(placesIn(context, place)),
    programmes === null ? [] : any(programmes),
    workstream === null ? [] : any([workstream]),
    themes === null ? [] : ({ themes: found }: Reach) => themes.some((theme) => found.has(theme)),
    healthIntegrationTeam === null ? [] : any([healthIntegrationTeam, ...governedBy(context, healthIntegrationTeam)]),
    organisation === null ? [] : ({ ids }: Reach, id: string) => line.some((body) => ids.has(body)) || named.has(id),
  ].flat();
}

/** Walks from records up to what they belong to, each record once. */
class Reached {
  private readonly sides: Sides;
  private readonly known = new Map<string, Promise<Reach>>();

  constructor(sides: Sides) {
    this.sides = sides;
  }

  async from({ kind, row }: Standing): Promise<Reach> {
    const ids = new Set([row.id]);
    const themes = new Set<string>();
    const workstream = rowAs(workstreamKind, { kind, row });
    if (workstream !== null) themes.add(workstream.theme);
    const ways = kind.type === claimKind.type ? [...waysFrom(kind.table), ABOUT] : waysFrom(kind.table);
    const above = await Promise.all(ways.map(async ({ column, belongs }) => {
      const id = row[column.name];
      if (!isId(id)) return null;
      ids.add(id);
      return belongs ? this.at(id) : null;
    }));
    for (const reach of above) {
      for (const id of reach?.ids ?? []) ids.add(id);
      for (const theme of reach?.themes ?? []) themes.add(theme);
    }
    return { ids, themes };
  }

  /** By way of records only that the viewer may see. */
  private async at(id: string): Promise<Reach> {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const found = this.sides.latest(id).then(async (standing) => (standing === null ? { ids: new Set<string>(), themes: new Set<string>() } : this.from(standing)));
    this.known.set(id, found);
    return found;
  }
}

/** A claim belongs where the record does that it is about, of whatever kind. */
const ABOUT = { column: claimKind.table.recordId, belongs: true };

const inside = (context: Context, place: string) => tableStatement<{ id: string }>(places, sql`select ${places.id} from ${places} where ${inPlace(context, places.id, place)}`);

function placesIn(context: Context, place: string): string[] {
  return [place, ...inside(context, place).all(reading(context)).map(({ id }) => id)];
}

/** What a HIT governs, in whatever capacity, is its own. */
function governedBy(context: Context, team: string): string[] {
  const { healthIntegrationTeamId, programmeId } = programmeGovernances;
  const governed = tableStatement<{ id: string }>(programmeGovernances, sql`select ${programmeId} as "id" from ${programmeGovernances} where ${healthIntegrationTeamId} = ${team} and ${visible(context.viewer, programmeGovernances)}`);
  return governed.all(reading(context)).map(({ id }) => id);
}

/** Records that have somebody's part in them as a record of its own, as an award has its parties: those in which one of these organisations has one. */
function namedIn(context: Context, kinds: readonly RecordKind<RecordTable>[], line: readonly string[]): ReadonlySet<string> {
  const statements = kinds.flatMap(({ table }) => {
    const ways = waysFrom(table);
    const parent = ways.find(({ column }) => column.notNull);
    return parent === undefined ? [] : ways.filter(({ to, column }) => to === organisations && !column.notNull).map(({ column }) => sql`select ${parent.column} as "id" from ${table} where ${isIn(column, line)} and ${visible(context.viewer, table)}`);
  });
  return new Set(tableStatement<{ id: string }>(organisations, sql.join(statements, sql` union `)).all(reading(context)).map(({ id }) => id));
}

async function demandScope(sides: Sides, { system, place, programmes, workstream, healthIntegrationTeam, organisation }: Scope): Promise<void> {
  const named = [
    [placeKind, system], [placeKind, place], [workstreamKind, workstream], [healthIntegrationTeamKind, healthIntegrationTeam], [organisationKind, organisation], ...(programmes ?? []).map((id) => [programmeKind, id] as const),
  ] as const;
  for (const [kind, id] of named) {
    if (id !== null && (await sides.latest(isId(id) ? id : null))?.kind.type !== kind.type) {
      throw new Fault("BAD_USER_INPUT", `There is no ${kind.type} with the id ${id}, or none that you may see. Ask for the difference of one that is there, or leave it out.`);
    }
  }
}
