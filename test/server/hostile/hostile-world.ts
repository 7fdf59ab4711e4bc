import { Agent, request } from "node:http";
import type { Role } from "../../../src/api/access/role.ts";
import { fundingAwardKind } from "../../../src/domain/resources/funding/table.ts";
import { milestoneKind } from "../../../src/domain/delivery/milestone/table.ts";
import { personKind } from "../../../src/domain/partners/person/table.ts";
import { concepts } from "../../../src/schema.ts";
import { worldOver, type World } from "../../support/domain-world.ts";
import { bearerFor } from "../../support/importing.ts";
import { ownLedger } from "../../support/ledger-file.ts";
import { sampleActs, type SampleActs } from "../../support/sample-acts.ts";
import { schema } from "../../support/schema.ts";
import { serverOver } from "../../support/served.ts";
import { twoOfEach, type Pair } from "../../support/two-of-each.ts";
import { ran, type Answered } from "./judged.ts";

/** Somebody who sends something hostile. */
export interface Sender {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What they must never be told. */
  readonly secrets: readonly string[];
}

/** A served tracker with a record of every kind, and what some of those who ask it may not see. */
export interface HostileWorld {
  readonly url: string;
  readonly world: World;
  readonly pairs: readonly Pair[];
  readonly acts: SampleActs;
  readonly senders: readonly Sender[];
  post(body: string, headers: Readonly<Record<string, string>>): Promise<Answered>;
  end(): Promise<void>;
}

/** Stand in records that only another system's members see, and its drafts. */
const SECRETS = ["Quillfeather", "Brackenthwaite"];

const kinds = concepts.flatMap((concept) => concept.kinds);

export async function openHostileWorld(settings: Readonly<Record<string, string>> = {}): Promise<HostileWorld> {
  const own = await ownLedger("NOTHING");
  const world = worldOver(own.ledger);
  const pairs = await twoOfEach(world, schema, kinds);
  const the = (type: string): string => pairs.find(({ kind }) => kind.type === type)?.first ?? "";
  await hide(world);
  const acts = await sampleActs(world, the("Place"));
  // Thousands of requests come within a minute.
  const server = await serverOver(own.ledger, { LIMIT_COST_PER_MINUTE: "1000000000", LIMIT_FAILED_SIGN_INS: "10000", ...settings });
  const as = async (role: Role, holdsFor: string | null, secrets: readonly string[]): Promise<Sender> => ({ name: role, headers: await bearerFor(own.ledger, role, holdsFor), secrets });
  const senders = [
    { name: "nobody", headers: {}, secrets: SECRETS },
    await as("READER", the("Place"), SECRETS), await as("LEAD", the("Programme"), SECRETS), await as("DEPUTY", the("Workstream"), SECRETS),
    await as("OFFICE", null, []), await as("STEWARD", null, []), await as("AUDITOR", null, []),
  ];
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  return {
    url: server.url, world, pairs, acts, senders,
    post: async (body, headers) => posted(`${server.url}/graphql`, agent, body, headers),
    end: async () => {
      agent.destroy();
      await server.close();
      await own.end();
    },
  };
}

async function hide(world: World): Promise<void> {
  const [members = "", drafts = ""] = SECRETS;
  const systemId = await world.given.place({ name: "Elsewhere", level: "SYSTEM" });
  const programmeId = await world.given.programme({ systemId });
  await world.act((draft) => {
    draft.create(personKind, { audience: "MEMBERS", systemId, name: `Dr ${members}`, visibility: "MEMBERS_ONLY" });
    draft.create(milestoneKind, { audience: "DRAFT", systemId, programmeId, title: `Launch of ${drafts}`, type: "LAUNCH", status: "SCHEDULED" });
    draft.create(fundingAwardKind, { audience: "MEMBERS", systemId, programmeId, title: `Award for ${members}`, status: "AWARDED" });
  });
}

function posted(url: string, agent: Agent, body: string, headers: Readonly<Record<string, string>>): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const running = ran();
    const sent = request(url, { agent, method: "POST", headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body), ...headers } }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => { pieces.push(piece); });
      response.on("end", () => { resolve({ status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString(), milliseconds: running() }); });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
