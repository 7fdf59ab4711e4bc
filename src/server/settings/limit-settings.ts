import type { z } from "zod";
import type { Limits } from "../limits/limits.ts";
import { wholeNumber } from "./setting.ts";

/** Each limit with its range and default. */
export const limitSettings = {
  LIMIT_BODY_KILOBYTES: wholeNumber(1, 20_000).default(256),
  /** Not more: at 2,000 nested tokens the parser itself runs out of stack. */
  LIMIT_TOKENS: wholeNumber(1, 1_500).default(1_000),
  LIMIT_LINES: wholeNumber(1, 10_000).default(2_000),
  LIMIT_DEPTH: wholeNumber(1, 100).default(15),
  LIMIT_ALIASES: wholeNumber(0, 1_000).default(50),
  LIMIT_DIRECTIVES: wholeNumber(0, 1_000).default(50),
  LIMIT_ROOT_FIELDS: wholeNumber(1, 1_000).default(30),
  LIMIT_FRAGMENTS: wholeNumber(0, 1_000).default(30),
  LIMIT_FIELDS: wholeNumber(1, 10_000).default(400),
  LIMIT_COST: wholeNumber(1, 1_000_000).default(10_000),
  LIMIT_COST_PER_MINUTE: wholeNumber(1, 1_000_000_000).default(1_000_000),
  LIMIT_NODES: wholeNumber(1, 10_000_000).default(50_000),
  LIMIT_VALUES: wholeNumber(1, 10_000_000).default(100_000),
  LIMIT_INPUT_DEPTH: wholeNumber(1, 100).default(12),
  LIMIT_INPUT_LIST: wholeNumber(1, 100_000).default(250),
  LIMIT_FAILED_SIGN_INS: wholeNumber(1, 10_000).default(20),
  LIMIT_STREAMS: wholeNumber(0, 100_000).default(1_000),
  LIMIT_STREAMS_PER_CLIENT: wholeNumber(0, 100_000).default(50),
  LIMIT_STREAM_STALL_SECONDS: wholeNumber(1, 600).default(30),
  LIMIT_STREAM_BEAT_SECONDS: wholeNumber(1, 600).default(15),
  LIMIT_OPERATION_SECONDS: wholeNumber(1, 600).default(10),
  LIMIT_DOWNLOAD_SECONDS: wholeNumber(1, 3_600).default(300),
  LIMIT_IMPORT_MEGABYTES: wholeNumber(1, 200).default(20),
  LIMIT_IMPORT_ROWS: wholeNumber(1, 1_000_000).default(50_000),
  LIMIT_CONNECTIONS: wholeNumber(1, 100_000).default(3_000),
  LIMIT_CONNECTIONS_PER_ADDRESS: wholeNumber(1, 100_000).default(500),
  LIMIT_HEADERS_SECONDS: wholeNumber(1, 600).default(10),
  LIMIT_REQUEST_SECONDS: wholeNumber(1, 600).default(30),
};

type LimitReadings = { readonly [Name in keyof typeof limitSettings]: z.output<(typeof limitSettings)[Name]> };

export function limitsFrom(readings: LimitReadings): Limits {
  return {
    bodyKilobytes: readings.LIMIT_BODY_KILOBYTES,
    tokens: readings.LIMIT_TOKENS,
    lines: readings.LIMIT_LINES,
    depth: readings.LIMIT_DEPTH,
    aliases: readings.LIMIT_ALIASES,
    directives: readings.LIMIT_DIRECTIVES,
    rootFields: readings.LIMIT_ROOT_FIELDS,
    fragments: readings.LIMIT_FRAGMENTS,
    fields: readings.LIMIT_FIELDS,
    cost: readings.LIMIT_COST,
    costPerMinute: readings.LIMIT_COST_PER_MINUTE,
    nodes: readings.LIMIT_NODES,
    values: readings.LIMIT_VALUES,
    inputDepth: readings.LIMIT_INPUT_DEPTH,
    inputList: readings.LIMIT_INPUT_LIST,
    failedSignIns: readings.LIMIT_FAILED_SIGN_INS,
    streams: readings.LIMIT_STREAMS,
    streamsPerClient: readings.LIMIT_STREAMS_PER_CLIENT,
    streamStallSeconds: readings.LIMIT_STREAM_STALL_SECONDS,
    streamBeatSeconds: readings.LIMIT_STREAM_BEAT_SECONDS,
    operationSeconds: readings.LIMIT_OPERATION_SECONDS,
    downloadSeconds: readings.LIMIT_DOWNLOAD_SECONDS,
    importMegabytes: readings.LIMIT_IMPORT_MEGABYTES,
    importRows: readings.LIMIT_IMPORT_ROWS,
    connections: readings.LIMIT_CONNECTIONS,
    connectionsPerAddress: readings.LIMIT_CONNECTIONS_PER_ADDRESS,
    headersSeconds: readings.LIMIT_HEADERS_SECONDS,
    requestSeconds: readings.LIMIT_REQUEST_SECONDS,
  };
}
