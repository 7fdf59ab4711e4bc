import { Arg, Args, Ctx, Mutation, Resolver } from "type-graphql";
import { ActArgs } from "../../../api/act/act-args.ts";
import { acting } from "../../../api/act/acting.ts";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { payloadOf, type Payload } from "../../../api/act/payload.ts";
import type { Context } from "../../../api/context.ts";
import { AddDependencyInput, AmendDependencyInput, WaiveDependencyInput } from "./act-inputs.ts";
import { dependencyActs } from "./acts.ts";
import { dependencyById, waiverById } from "./loaders.ts";
import { dependencyKind, dependencyWaiverKind, type dependencies, type dependencyWaivers } from "./table.ts";
import { DependencyType, DependencyWaiverType } from "./type.ts";

type Row = typeof dependencies.$inferSelect;
type WaiverRow = typeof dependencyWaivers.$inferSelect;

const DependencyPayload = payloadOf("Dependency", "dependency", () => DependencyType);
const DependencyWaiverPayload = payloadOf("DependencyWaiver", "waiver", () => DependencyWaiverType);
const answer = { kind: dependencyKind, load: dependencyById };
const waiverAnswer = { kind: dependencyWaiverKind, load: waiverById };

@Resolver()
export class DependencyMutations {
  @Mutation(() => DependencyPayload, { description: "Says that something has to come before a workstream or milestone: asked of those who wait. Refused where something would wait for itself, with the whole circle." })
  async addDependency(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("dependency", () => AddDependencyInput, { description: "What comes first, and what waits." }) dependency: AddDependencyInput): Promise<Payload<Row>> {
    return acting(context, { name: "dependency:add", args, sent: dependency, ...answer }, (draft) => dependencyActs.add(draft, dependency, ["dependency"]));
  }

  @Mutation(() => DependencyPayload, { description: "Sets right what is said of a dependency: why it is one, and on what basis. What comes first and what waits stay." })
  async amendDependency(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("dependency", () => AmendDependencyInput, { description: "Which, and what is to be otherwise." }) dependency: AmendDependencyInput): Promise<Payload<Row>> {
    return acting(context, { name: "dependency:amend", args, sent: dependency, ...answer }, (draft) => dependencyActs.amend(draft, dependency, ["dependency"]));
  }

  @Mutation(() => DependencyPayload, { description: "Drops a dependency and its waivers, and says why: nothing has to come first any more. The answer holds no record, since it is gone; its history stays." })
  async dropDependency(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("dependency", () => RecordAsReadInput, { description: "Which." }) dependency: RecordAsReadInput): Promise<Payload<Row>> {
    return acting(context, { name: "dependency:drop", args, sent: dependency, ...answer }, (draft) => dependencyActs.drop(draft, dependency, ["dependency"]));
  }

  @Mutation(() => DependencyWaiverPayload, { description: "Lets work go on although a dependency is not satisfied, until a day, and says why. It is shown wherever the work is." })
  async waiveDependency(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("waiver", () => WaiveDependencyInput, { description: "Which dependency, and until when." }) waiver: WaiveDependencyInput): Promise<Payload<WaiverRow>> {
    return acting(context, { name: "dependency:waive", args, sent: waiver, ...waiverAnswer }, (draft) => dependencyActs.waive(draft, waiver, ["waiver"]));
  }

  @Mutation(() => DependencyWaiverPayload, { description: "Ends a waiver today, before its time, and says why." })
  async endWaiver(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("waiver", () => RecordAsReadInput, { description: "Which." }) waiver: RecordAsReadInput): Promise<Payload<WaiverRow>> {
    return acting(context, { name: "dependency-waiver:end", args, sent: waiver, ...waiverAnswer }, (draft) => dependencyActs.endWaiver(draft, waiver, ["waiver"]));
  }
}
