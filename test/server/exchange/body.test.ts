import { connect } from "node:net";
import { once } from "node:events";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { post, start } from "../support.ts";

const most = 256 * 1_024;

/** A body of exactly this many bytes. */
function bodyOf(bytes: number): string {
  const query = '{"query":"{ hello }","operationName":null,"x":""}';
  return query.replace('""', `"${"x".repeat(bytes - query.length)}"`);
}

describe("a body", () => {
  test("is taken at 256 kB, and refused one byte above", async () => {
    const server = await start();
    expect(await post(server, bodyOf(most))).toMatchObject({ status: 200, data: { hello: "there" } });
    expect(await post(server, bodyOf(most + 1))).toMatchObject({ status: 413, code: "REQUEST_TOO_LARGE" });
  });

  test.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
  ])("compressed with %s is judged by what it inflates to", async (encoding, compress) => {
    const server = await start();
    const headers = { "content-encoding": encoding };
    expect(await post(server, new Uint8Array(compress(bodyOf(most))), headers)).toMatchObject({ status: 200 });
    expect(await post(server, new Uint8Array(compress(bodyOf(most + 1))), headers)).toMatchObject({ status: 413, code: "REQUEST_TOO_LARGE" });
  });

  test.each([
    ["not well formed", '{"query":', {}, 400, "MALFORMED_JSON"],
    ["not UTF-8", new Uint8Array([0x22, 0xff, 0x22]), {}, 400, "MALFORMED_JSON"],
    ["empty", "", {}, 400, "MALFORMED_JSON"],
    ["not compressed as it says", "{}", { "content-encoding": "gzip" }, 400, "MALFORMED_JSON"],
    ["compressed with something else", "{}", { "content-encoding": "zstd" }, 415, "UNSUPPORTED_MEDIA_TYPE"],
    ["of another type", "{}", { "content-type": "text/plain" }, 415, "UNSUPPORTED_MEDIA_TYPE"],
    ["of a form", "query=%7Bhello%7D", { "content-type": "application/x-www-form-urlencoded" }, 415, "UNSUPPORTED_MEDIA_TYPE"],
    ["in another character set", "{}", { "content-type": "application/json; charset=utf-16" }, 415, "UNSUPPORTED_MEDIA_TYPE"],
    ["a batch", '[{"query":"{ hello }"}]', {}, 400, "BAD_REQUEST"],
    ["a string", '"{ hello }"', {}, 400, "BAD_REQUEST"],
    ["without a query", "{}", {}, 400, "BAD_REQUEST"],
    ["of brackets only", "[".repeat(200_000), {}, 400, "MALFORMED_JSON"],
    ["of nested lists", `{"query":"{ hello }","variables":{"v":${"[".repeat(100_000)}${"]".repeat(100_000)}}}`, {}, 400, "INPUT_TOO_DEEP"],
  ])("that is %s is refused", async (_, body, headers, status, code) => {
    expect(await post(await start(), body, headers)).toMatchObject({ status, code });
  });

  test("may say its character set", async () => {
    expect(await post(await start(), '{"query":"{ hello }"}', { "content-type": 'application/json; charset="UTF-8"' })).toMatchObject({ status: 200 });
  });

  test.each([
    ["declares too much", `content-length: ${most + 1}`, ""],
    ["sends too much without an end", "transfer-encoding: chunked", `${(most + 1).toString(16)}\r\n${"x".repeat(most + 1)}\r\n`],
  ])("that %s is refused before the rest arrives", async (_, header, sent) => {
    const server = await start();
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    socket.write(`POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n${header}\r\n\r\n${sent}`);
    expect(String(await once(socket, "data"))).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  test("refuses in the media type that the client accepts", async () => {
    const server = await start();
    const headers = { "content-type": "application/json", accept: "application/graphql-response+json" };
    const response = await fetch(`${server.url}/graphql`, { method: "POST", body: "{", headers });
    expect(response.headers.get("content-type")).toBe("application/graphql-response+json; charset=utf-8");
  });
});
