import { meaningsOfElement, type DateElement } from "./date-element.ts";
import type { DatePrecision, DateQualifier } from "./date-precision.ts";
import { runsForward, type DayInterval } from "./day-interval.ts";

/** What the words of a date say. */
export interface WrittenDate {
  /** What they can mean: nothing where they cannot be read, several where they are ambiguous. */
  readonly meanings: readonly DateMeaning[];
  /** What they say about their own exactness, if they do. */
  readonly qualifier: DateQualifier | null;
}

export interface DateMeaning extends DayInterval {
  readonly precision: DatePrecision;
  readonly edtf: string;
}

/**
 * Reads the words of a date. What is one date is read as one; only what is not may be a range, and then an open range.
 */
export function readWrittenDate(text: string): WrittenDate {
  const { words, qualifier } = takeQualifier(text.trim().replace(/\s+/g, " "));
  const single = meaningsOfElement(words).map(alone);
  return { meanings: single.length > 0 ? single : [...closedRanges(words), ...openRanges(words)], qualifier };
}

/** `(estimated)` and `(inferred)` after it, `about` and its like before it, and `~` in EDTF. */
function takeQualifier(text: string): { words: string; qualifier: DateQualifier | null } {
  const [, inferred] = /^(.+?) ?\(inferred\)$/i.exec(text) ?? [];
  if (inferred !== undefined) return { words: takeQualifier(inferred).words, qualifier: "INFERRED" };
  const [, estimated] =
    /^(.+?) ?\(estimated\)$/i.exec(text) ??
    /^(?:about |around |approximately |circa |estimated |c\. ?)(.+)$/i.exec(text) ??
    [];
  if (estimated !== undefined) return { words: takeQualifier(estimated).words, qualifier: "ESTIMATED" };
  const isApproximateEdtf = /^[\d./~-]*\d~[\d./~-]*$/.test(text);
  return isApproximateEdtf
    ? { words: text.replaceAll("~", ""), qualifier: "ESTIMATED" }
    : { words: text, qualifier: null };
}

function alone({ earliest, latest, precision, first, last }: DateElement): DateMeaning {
  return { earliest, latest, precision, edtf: first === last ? first : `${first}/${last}` };
}

/** A dash stands for "to" only between words: in 2021-2023 it would be a guess. */
const betweenTwo = [
  /^(?:from )?(.+) to (.+)$/i,
  /^between (.+) and (.+)$/i,
  /^(.+?) ?\/ ?(.+)$/,
  /^(.+?) ?[-–—] ?(.*[a-z].*)$/i,
];

function closedRanges(words: string): DateMeaning[] {
  return betweenTwo.flatMap((form) => {
    const [, from, to] = form.exec(words) ?? [];
    return from === undefined || to === undefined ? [] : rangesBetween(from, to);
  });
}

function rangesBetween(from: string, to: string): DateMeaning[] {
  return meaningsOfElement(to).flatMap((end) =>
    beginningsOf(from, to, end)
      .map((beginning): DateMeaning => ({
        earliest: beginning.earliest,
        latest: end.latest,
        precision: "RANGE",
        edtf: edtfBetween(beginning.first, end.last),
      }))
      .filter(runsForward),
  );
}

/** The beginning of a range, which may leave what it shares with the end unsaid: `5` in `5 to 7 June 2023`. */
function beginningsOf(from: string, to: string, end: DateElement): DateElement[] {
  const complete = meaningsOfElement(from);
  if (complete.length > 0) return complete;
  const words = to.split(" ");
  const completed = [words.slice(-1), words.slice(-2)].map((shared) => meaningsOfElement([from, ...shared].join(" ")));
  return (completed.find((found) => found.length > 0) ?? []).filter(
    (beginning) => beginning.precision === end.precision,
  );
}

/** Two years in a row are written with months: `2022/2023` would be read as the financial year. */
function edtfBetween(first: string, last: string): string {
  const yearsInARow = first.length === 4 && last.length === 4 && Number(last) - Number(first) === 1;
  return yearsInARow ? `${first}-01/${last}-12` : `${first}/${last}`;
}

function openRanges(words: string): DateMeaning[] {
  const [, from] = /^from (.+)$/i.exec(words) ?? /^(.+)\/\.\.$/.exec(words) ?? [];
  const [, until] = /^until (.+)$/i.exec(words) ?? /^\.\.\/(.+)$/.exec(words) ?? [];
  const begun = from === undefined ? [] : meaningsOfElement(from).map(openAfter);
  const ended = until === undefined ? [] : meaningsOfElement(until).map(openBefore);
  return [...begun, ...ended];
}

function openAfter({ earliest, first }: DateElement): DateMeaning {
  return { earliest, latest: null, precision: "RANGE", edtf: `${first}/..` };
}

function openBefore({ latest, last }: DateElement): DateMeaning {
  return { earliest: null, latest, precision: "RANGE", edtf: `../${last}` };
}
