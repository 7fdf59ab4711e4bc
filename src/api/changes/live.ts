import { DirectiveLocation, GraphQLDirective } from "graphql";

/** Something that a subscription tells, and the cursor by which to go on behind it. */
export class LiveEvent {
  readonly cursor: string;
  readonly told: unknown;

  constructor(cursor: string, told: unknown) {
    this.cursor = cursor;
    this.told = told;
  }
}

export const LiveDirective = new GraphQLDirective({
  name: "live",
  description:
    "Sent over a stream (server-sent events or a WebSocket), this query is answered at once, and again whenever what it reads has changed: the whole answer each time, and only when it differs. Acts that come close together are answered together. Over a plain request it is answered once.",
  locations: [DirectiveLocation.QUERY],
});
