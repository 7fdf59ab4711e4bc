import { setImmediate as nextTurn } from "node:timers/promises";
import { afresh, type Context } from "../../api/context.ts";
import { Fault } from "../../api/fault/fault.ts";
import { fundingAwardById } from "../../domain/resources/funding/loaders.ts";
import { fundingAwards } from "../../domain/resources/funding/table.ts";
import { readMoment } from "../../kernel/moment.ts";
import { refusal } from "../../kernel/problem.ts";
import { quoted } from "../../kernel/quoted.ts";
import { momentOf } from "../../ledger/reading.ts";
import type { Feed } from "../feed.ts";
import { AS_AT, refuseUnknown } from "../tables/parameters.ts";
import { inOrder } from "../tables/table-feed.ts";
import type { Parameter } from "../tables/table.ts";
import { walk } from "../tables/walk.ts";
import { judged, type Grant, type Withheld } from "./grant.ts";
import { grantsCsv } from "./grants-csv.ts";

export const PREFIX: Parameter = { name: "prefix", description: "The publisher's prefix at 360Giving, as 360G-example: it begins the ids of grants, and of organisations that no list knows.", type: "TEXT", codes: [], isList: false };

export const GIVING_PARAMETERS: readonly Parameter[] = [PREFIX, AS_AT];

/** The version of the standard, as its packages say it. */
const VERSION = "1.4";

interface Form {
  readonly path: string;
  readonly summary: string;
  readonly type: string;
  readonly fileName: string | null;
  readonly write: (judgement: Judgement, context: Context) => string;
}

/** What came of judging all awards. */
interface Judgement {
  readonly grants: readonly Grant[];
  readonly withheld: readonly Withheld[];
}

export const givingForms: readonly Form[] = [
  { path: "/360giving/grants.json", summary: "Awards as a package of grants of the 360Giving Data Standard: what it requires is known of each.", type: "application/json; charset=utf-8", fileName: "360giving-grants.json", write: (judgement, context) => packageOf(published(judgement), context) },
  { path: "/360giving/grants.csv", summary: "The same grants as a spreadsheet of that standard.", type: "text/csv; charset=utf-8; header=present", fileName: "360giving-grants.csv", write: (judgement) => grantsCsv(published(judgement).grants) },
  { path: "/360giving/withheld.json", summary: "Awards that are no grants to be published, each with every reason.", type: "application/json; charset=utf-8", fileName: null, write: ({ withheld }) => `${JSON.stringify({ withheld }, null, 1)}\n` },
];

/** The grants in one form, as the query of its address asks for them. */
export function givingFeed(form: Form, query: URLSearchParams): Feed {
  refuseUnknown(query, GIVING_PARAMETERS);
  const [asAt, prefix] = [query.get(AS_AT.name), query.get(PREFIX.name)];
  if (prefix !== null && !/^[A-Za-z0-9][A-Za-z0-9-]{0,60}$/.test(prefix)) throw refusal("INVALID_PARAMETER", `prefix is ${quoted(prefix)}. It takes letters, digits and hyphens, as 360G-example.`, [PREFIX.name]);
  return {
    type: form.type,
    fileName: form.fileName,
    asAt: asAt === null ? null : readMoment(asAt),
    question: `${form.path}?${inOrder(query)}`,
    followsDay: false,
    content: async function* content(context) {
      yield form.write(await judgementOf(context, prefix), context);
    },
  };
}

async function judgementOf(context: Context, prefix: string | null): Promise<Judgement> {
  const grants: Grant[] = [];
  const withheld: Withheld[] = [];
  for (const awards of walk(context, fundingAwards, { conditions: [], certainty: undefined, ids: null })) {
    const own = afresh(context);
    const some = await Promise.all(awards.map(async ({ id }) => {
      const award = await fundingAwardById(own, id);
      return award === null ? null : judged(own, award, prefix);
    }));
    for (const one of some) {
      if (one !== null && "grant" in one) grants.push(one.grant);
      else if (one !== null) withheld.push(one.withheld);
    }
    await nextTurn();
  }
  return { grants, withheld };
}

/** Refuses a package of nothing: the standard has none. */
function published(judgement: Judgement): Judgement {
  if (judgement.grants.length > 0) return judgement;
  const count = judgement.withheld.length;
  const why = count === 0 ? "there is no award here that you may see" : `${count === 1 ? "the one award is" : `all ${count} awards are`} withheld, and /360giving/withheld.json says why of each`;
  throw new Fault("NOTHING_TO_PUBLISH", `There is no grant to publish: ${why}.`, { http: { status: 404 } });
}

function packageOf({ grants }: Judgement, { moment }: Context): string {
  const at = momentOf(moment.ledger, moment.number);
  return `${JSON.stringify({ version: VERSION, title: "Awards recorded in Waymark", description: "Grants of which all that the standard requires is known. Those of which it is not are left out.", ...(at === null ? {} : { modified: at }), grants }, null, 1)}\n`;
}
