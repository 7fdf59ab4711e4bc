import { beforeAll, describe, expect, it } from "vitest";
import { DOCUMENTS } from "./documents.ts";
import { openHostileWorld, type HostileWorld } from "./hostile-world.ts";
import { codesOf, MOST_MILLISECONDS, wrongWith, type Answered } from "./judged.ts";

/** Documents made to keep the server busy: each is refused with a code that is documented, or answered, at once; and so is whoever asks beside it. */

let hostile: HostileWorld;

beforeAll(async () => {
  hostile = await openHostileWorld();
  return async () => hostile.end();
});

/** What comes of a document, and what of another client's question that is sent just after it: the quickest of a few tries, as the machine has other work too. */
async function beside(body: string): Promise<{ readonly attack: Answered; readonly other: Answered }> {
  for (let tries = 1; ; tries += 1) {
    const attacked = hostile.post(body, {});
    const [attack, other] = await Promise.all([attacked, hostile.post('{"query":"{ __typename }"}', hostile.senders[1]?.headers ?? {})]);
    if (tries === 6 || Math.max(attack.milliseconds, other.milliseconds) <= MOST_MILLISECONDS) return { attack, other };
  }
}

/** What is wrong with how a body is met: with one of these codes, or with an answer where there are none, and at once. */
async function wrongWithMeeting(body: string, codes: readonly string[]): Promise<readonly string[]> {
  const { attack, other } = await beside(body);
  const [code] = codesOf(attack);
  // What is not known by its hash yet is no mistake: it is sent again, whole.
  const status = code === undefined || code === "PERSISTED_QUERY_NOT_FOUND" ? 200 : 400;
  const longest = Math.max(attack.milliseconds, other.milliseconds);
  return [
    ...wrongWith(attack, []),
    ...((code === undefined ? codes.length === 0 : codes.includes(code)) ? [] : [`answered with ${code}`]),
    ...(status === 200 ? attack.status === 200 : attack.status >= 400) ? [] : [`answered with ${attack.status} and ${code}`],
    ...(other.status === 200 ? [] : ["nobody else is answered"]),
    ...(longest <= MOST_MILLISECONDS ? [] : [`takes ${Math.round(longest)} ms`]),
  ];
}

describe("a document of", () => {
  it.each(DOCUMENTS)("%s is met at once", async (_, document, codes) => {
    expect(await wrongWithMeeting(JSON.stringify({ query: document }), codes)).toEqual([]);
  });

  it("each of these is met again as it was when it is known", async () => {
    for (const [name, document, codes] of DOCUMENTS) expect([name, await wrongWithMeeting(JSON.stringify({ query: document }), codes)]).toEqual([name, []]);
  });
});

const hash = (query: string, of = "a".repeat(64)): object => ({ query, extensions: { persistedQuery: { version: 1, sha256Hash: of } } });

describe("a body of", () => {
  it.each<[string, string, readonly string[]]>([
    ["a batch", JSON.stringify(Array.from({ length: 1_000 }, () => ({ query: "{ __typename }" }))), ["BAD_REQUEST"]],
    ["a batch of one", '[{"query":"{ __typename }"}]', ["BAD_REQUEST"]],
    ["a hash of another operation", JSON.stringify(hash("{ __typename }")), ["BAD_REQUEST"]],
    ["a hash that is none", JSON.stringify(hash("{ __typename }", "__proto__")), ["BAD_REQUEST"]],
    ["a hash of 90 kB of what is not known", JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: "a".repeat(90_000) } } }), ["PERSISTED_QUERY_NOT_FOUND", "BAD_REQUEST"]],
    ["a hash of another version", JSON.stringify({ query: "{ __typename }", extensions: { persistedQuery: { version: 99, sha256Hash: "a" } } }), ["BAD_REQUEST"]],
    ["a hash that is a list", JSON.stringify({ query: "{ __typename }", extensions: { persistedQuery: [] } }), ["BAD_REQUEST"]],
    ["variables that are a list", '{"query":"{ __typename }","variables":[1]}', ["BAD_REQUEST"]],
    ["variables that are words", '{"query":"{ __typename }","variables":"words"}', ["BAD_REQUEST"]],
    ["extensions that are words", '{"query":"{ __typename }","extensions":"words"}', ["BAD_REQUEST"]],
    ["a name that is a number", '{"query":"{ __typename }","operationName":1}', ["BAD_REQUEST"]],
    ["a query that is an object", '{"query":{"kind":"Document"}}', ["BAD_REQUEST"]],
    ["keys of every object", '{"__proto__":{"query":"{ __typename }"},"constructor":{"prototype":{"isAdmin":true}}}', ["BAD_REQUEST"]],
    ["keys by the ten thousand", `{"query":"{ __typename }","variables":{${Array.from({ length: 15_000 }, (_, n) => `"k${n}":${n}`).join(",")}}}`, []],
    ["the same key by the ten thousand", `{"query":"{ __typename }","variables":{${Array.from({ length: 20_000 }, () => '"k":1').join(",")}}}`, []],
    ["numbers that take long to read", `{"query":"{ __typename }","variables":{"n":${"9".repeat(200_000)}}}`, []],
  ])("%s is met at once", async (_, body, codes) => {
    expect(await wrongWithMeeting(body, codes)).toEqual([]);
  });
});
