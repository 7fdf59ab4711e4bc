import { z } from "zod";
import type { HiddenWorld } from "./hidden-world.ts";
import type { Visitor } from "./visitor.ts";

const made = z.object({ data: z.object({ createCalendarAddress: z.object({ secretPath: z.string() }) }) });

const CREATE = "mutation ($about: ID!) { createCalendarAddress(calendarAddress: { about: $about, name: \"A calendar\" }) { secretPath problems { message } } }";

/** The calendars of what there may be one of, at addresses that somebody makes; of who may make none, what they are told instead. */
export async function calendarsOf(visitor: Visitor, { marked }: HiddenWorld): Promise<string[]> {
  const about = marked.filter(({ type }) => ["Programme", "HealthIntegrationTeam", "Organisation", "Group"].includes(type));
  return Promise.all(about.map(async ({ id }) => {
    const answer = await visitor.ask(CREATE, { about: id });
    const { data } = made.safeParse(JSON.parse(answer));
    // Lines are folded after 75 bytes. What is asked about by its id is no news to whoever asks.
    const text = data === undefined ? answer : (await visitor.get(data.data.createCalendarAddress.secretPath)).replaceAll(/\r\n[ \t]/g, "");
    return text.replaceAll(id, "");
  }));
}
