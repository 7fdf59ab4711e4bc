import { z } from "zod";
import { makeKey } from "../../src/domain/partners/access/signing-in.ts";
import { readDay } from "../../src/kernel/day.ts";
import { post } from "../server/support.ts";
import type { Site } from "./site.ts";

/** Somebody else, who changes things over the graph while a page is open. */
export interface Colleague {
  /** Plans a milestone of the programme, due on a day, and gives its id. */
  plan(title: string, due: string): Promise<string>;
  reword(id: string, title: string): Promise<void>;
  /** Says that it is expected later. */
  postpone(id: string, due: string): Promise<void>;
}

const PROGRAMME = "pr_0msc5d42aypnzgcw";
const planned = z.object({ planMilestone: z.object({ milestone: z.object({ id: z.string() }) }) });
const asIs = z.object({ node: z.object({ version: z.number() }) });

export async function colleagueAt({ ledger, ...server }: Site): Promise<Colleague> {
  const { secret } = await makeKey(ledger, { name: "A colleague", role: "OFFICE", holdsFor: null, expiresOn: readDay("2099-01-01"), actor: "test" });
  const send = async (query: string, variables: object): Promise<unknown> => {
    const { data, text } = await post(server, JSON.stringify({ query, variables }), { authorization: `Bearer ${secret}` });
    if (data === null || data === undefined) throw new Error(text);
    return data;
  };
  const asRead = async (id: string): Promise<{ readonly id: string; readonly expectedVersion: number }> => {
    const { node } = asIs.parse(await send("query ($id: ID!) { node(id: $id) { ... on Record { version } } }", { id }));
    return { id, expectedVersion: node.version };
  };
  return {
    plan: async (title, due) => {
      const text = `mutation ($plan: PlanMilestoneInput!) { planMilestone(milestone: $plan) { milestone { id } problems { message } } }`;
      return planned.parse(await send(text, { plan: { programme: PROGRAMME, title, type: "DELIVERABLE", baseline: { text: due } } })).planMilestone.milestone.id;
    },
    reword: async (id, title) => {
      await send("mutation ($milestone: RewordMilestoneInput!) { rewordMilestone(milestone: $milestone) { problems { message } } }", { milestone: { ...(await asRead(id)), title } });
    },
    postpone: async (id, due) => {
      await send("mutation ($milestone: ReforecastMilestoneInput!) { reforecastMilestone(milestone: $milestone, reason: \"It takes longer\") { problems { message } } }", { milestone: { ...(await asRead(id)), forecast: { text: due } } });
    },
  };
}
