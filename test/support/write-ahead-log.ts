import { existsSync, readFileSync, statSync } from "node:fs";

const HEADER = 32;
const FRAME_HEADER = 24;

/**
 * How many transactions stand in SQLite's write-ahead log since it was last begun anew: the frames that end one carry
 * the size of the database (https://www.sqlite.org/fileformat2.html#walformat).
 */
export function commitsInLog(file: string): number {
  const log = readFileSync(`${file}-wal`);
  const frame = FRAME_HEADER + log.readUInt32BE(8);
  const salt = log.subarray(16, 24);
  let commits = 0;
  for (let start = HEADER; start + frame <= log.length; start += frame) {
    if (!log.subarray(start + 8, start + 16).equals(salt)) break;
    if (log.readUInt32BE(start + 4) > 0) commits += 1;
  }
  return commits;
}

/** How many bytes the log takes on the disk. */
export function logSize(file: string): number {
  return existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0;
}
