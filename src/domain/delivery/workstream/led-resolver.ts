import { Args, Ctx, FieldResolver, Resolver } from "type-graphql";
import type { Concept } from "../../../api/concept.ts";
import type { Context } from "../../../api/context.ts";
import { pageAmong, type Connection, type PageRequest } from "../../../api/page.ts";
import { ViewerType } from "../../partners/access/type.ts";
import { WorkstreamConnection, WorkstreamsArgs } from "./connections.ts";
import type { WorkstreamFilter } from "./inputs.ts";
import { workstreamsLed } from "./led.ts";
import { workstreamListing } from "./store.ts";
import type { workstreams } from "./table.ts";

/** The field that workstreams lend to whoever asks: what they lead depends on all that a workstream is part of. */
export const resolversOver: NonNullable<Concept["resolversOver"]> = (_, allKinds) => {
  const kinds = new Map(allKinds.map((kind) => [kind.prefix, kind]));

  @Resolver(() => ViewerType)
  class ViewerLeadsResolver {
    @FieldResolver(WorkstreamConnection, { description: "The workstreams that they lead or are deputy of: by a role held for the workstream itself, for its programme, for a HIT that leads it or governs its programme, or for its system." })
    async leads(@Ctx() context: Context, @Args(WorkstreamsArgs) request: PageRequest<WorkstreamFilter>): Promise<Connection<typeof workstreams.$inferSelect>> {
      return pageAmong(context, workstreamListing, await workstreamsLed(context, kinds), request);
    }
  }

  return [ViewerLeadsResolver];
};
