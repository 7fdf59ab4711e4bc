import { destination, pino, stdTimeFunctions, type DestinationStream, type Logger } from "pino";
import type { Settings } from "../settings/config.ts";

export type Log = Logger;

/** Structured lines on stderr. Nothing personal is ever handed to it: no variables, headers, addresses or values. */
export function createLog(level: Settings["logLevel"], to: DestinationStream = destination({ fd: 2, sync: true })): Log {
  return pino({ level, base: null, timestamp: stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } }, to);
}
