import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../../api/list/connection.ts";
import { RecordInterface } from "../../api/record.ts";
import { FreshnessStatusEnum, FreshnessType } from "../delivery/status-report/standing-type.ts";
import { figureType } from "./figure-type.ts";

@ObjectType("RecordFreshness", { description: "A programme, workstream or HIT with the state of reporting on it on the day." })
class RecordFreshnessType {
  @Field(() => RecordInterface, { description: "The Programme, Workstream or HealthIntegrationTeam." })
  declare readonly record: RecordInterface;

  @Field(() => FreshnessType, { description: "How reporting on it stands, with the last report and the day on which the next is due." })
  declare readonly freshness: FreshnessType;
}

export const RecordFreshnessFigure = figureType("RecordFreshness", connectionOf("RecordFreshness", () => RecordFreshnessType), "So many programmes, workstreams or HITs, and which.");

@ObjectType("FreshnessFigure", { description: "Of how many reporting stands so on the day, and of which." })
export class FreshnessFigureType extends RecordFreshnessFigure.FigureType {
  @Field(() => FreshnessStatusEnum, { description: "How reporting stands." })
  declare readonly status: string;
}

@ObjectType("FreshnessOverview", { description: "How reporting stands against its rhythm on the day. Each list has one figure for each status, also where it is zero." })
export class FreshnessOverviewType {
  @Field(() => [FreshnessFigureType], { description: "Of programmes." })
  declare readonly programmes: readonly FreshnessFigureType[];

  @Field(() => [FreshnessFigureType], { description: "Of workstreams." })
  declare readonly workstreams: readonly FreshnessFigureType[];

  @Field(() => [FreshnessFigureType], { description: "Of HITs; in a programme's overview, of those that govern it." })
  declare readonly healthIntegrationTeams: readonly FreshnessFigureType[];
}
