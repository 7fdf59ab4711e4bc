import { refusal } from "../../kernel/problem.ts";

/** What the first line of a file of acts says of all that follow. */
export interface ActsHeader {
  /** A name for ever: with it, each line is known again when the file is loaded again. */
  readonly file: string;
  /** The day on which what the file says became known; the day of loading unless given. */
  readonly known: string | null;
  /** What citations cite unless they say otherwise, the system that records belong to, and who they are for. */
  readonly defaults: { readonly source: string | null; readonly systemId: string | null; readonly audience: string };
}

/** One line of a file of acts: one record, recorded, amended or removed, and where that is written. */
export interface ActLine {
  readonly verb: "record" | "amend" | "remove";
  readonly type: string;
  readonly ref: string;
  readonly key: string | null;
  readonly reason: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly citations: readonly CitationLine[];
}

export interface CitationLine {
  readonly source: string | null;
  readonly line: number | null;
  readonly quote: string | null;
  readonly fields: readonly string[];
}

const VERBS = ["record", "amend", "remove"] as const;

/** Reads the first line. Refuses one that does not say which file this is. */
export function readHeader(text: string): ActsHeader {
  const header = objectIn(text);
  const file = textOf(header, "file");
  if (file === null) throw refusal("BAD_HEADER", 'The first line names the file, as {"file":"my-list"}.');
  return {
    file,
    known: textOf(header, "known"),
    defaults: { source: textOf(header, "source"), systemId: textOf(header, "system"), audience: textOf(header, "audience") ?? "PUBLIC" },
  };
}

/** Reads any other line. Refuses what is not one act on one record. */
export function readActLine(text: string): ActLine {
  const { cite, key, reason, ref, ...rest } = objectIn(text);
  const verbs = VERBS.filter((verb) => typeof rest[verb] === "string");
  const [verb, ...others] = verbs;
  if (verb === undefined || others.length > 0) throw refusal("BAD_LINE", 'A line records, amends or removes one record, as {"record":"Milestone","ref":"launch", …}.');
  const type = textOf(rest, verb);
  if (type === null || typeof ref !== "string") throw refusal("BAD_LINE", `A line that says ${verb} names the type and the ref of the record.`);
  const fields = Object.fromEntries(Object.entries(rest).filter(([name]) => name !== verb));
  return { verb, type, ref, key: optionalText(key, "key"), reason: optionalText(reason, "reason"), fields, citations: citationsIn(cite) };
}

function citationsIn(cite: unknown): CitationLine[] {
  if (cite === undefined) return [];
  if (!Array.isArray(cite)) throw refusal("BAD_CITATION", "cite is a list.", ["cite"]);
  return cite.map((item: unknown, index) => {
    const path = ["cite", index];
    if (!isObject(item)) throw refusal("BAD_CITATION", 'A citation is an object, as {"line":3,"quote":"in a few words"}.', path);
    const { line = null, quote = null, source = null, fields = [], ...unknown } = item;
    const isSound =
      Object.keys(unknown).length === 0 && (line === null || (Number.isInteger(line) && Number(line) > 0)) && (quote === null || typeof quote === "string") &&
      (source === null || typeof source === "string") && Array.isArray(fields) && fields.every((field) => typeof field === "string");
    if (!isSound) throw refusal("BAD_CITATION", "A citation has a source, a line from 1, a quote and a list of fields; each of them may be left out.", path);
    return { source, line: line === null ? null : Number(line), quote, fields: fields.map(String) };
  });
}

function objectIn(text: string): Record<string, unknown> {
  const value = parsed(text);
  if (!isObject(value)) throw refusal("BAD_LINE", "This line is not a JSON object.");
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(object: Record<string, unknown>, name: string): string | null {
  return optionalText(object[name], name);
}

function optionalText(value: unknown, name: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") throw refusal("BAD_LINE", `${name} is text.`, [name]);
  return value;
}
