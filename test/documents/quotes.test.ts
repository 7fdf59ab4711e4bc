import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { linesWith } from "../../src/kernel/quotation.ts";

const checkout = join(import.meta.dirname, "..", "..");
const documents = join(checkout, "src", "documents");
const texts = join(checkout, "..", "shared", "seeds");

const MOST_WORDS = 15;

const header = z.object({ file: z.string(), source: z.string().startsWith("@") });

const line = z.object({
  record: z.string().optional(),
  ref: z.string(),
  sha256: z.string().optional(),
  cite: z
    .array(z.object({ source: z.string().startsWith("@").optional(), line: z.int().positive().optional(), quote: z.string().min(1).optional() }))
    .nonempty(),
});

/** One citation as it stands in a file: where it is, which text it is of, and what it quotes. */
interface Quotation {
  readonly where: string;
  /** Null when the source has no text, as a register has none. */
  readonly sha256: string | null;
  readonly line: number | undefined;
  readonly quote: string | undefined;
}

const quotations = readQuotations();

test("every quote has a line and at most 15 words", () => {
  const wrong = quotations.filter(({ line, quote }) => (quote === undefined) !== (line === undefined) || (quote ?? "").trim().split(/\s+/).length > MOST_WORDS);
  expect(wrong).toEqual([]);
});

test("a source with a text is always quoted, and one without a text never", () => {
  const wrong = quotations.filter(({ sha256, quote }) => (sha256 === null) !== (quote === undefined));
  expect(wrong).toEqual([]);
});

test("every quote stands word for word in the cited line of its document", (context) => {
  if (!existsSync(texts)) return context.skip(`This test was not run: the texts of the documents are not in ${texts}.`);
  const textsBySha256 = readTexts();
  const wrong = quotations.filter(({ sha256, line, quote }) => {
    if (sha256 === null || line === undefined || quote === undefined) return false;
    return !linesWith(textsBySha256.get(sha256) ?? "", quote).includes(line);
  });
  expect(wrong).toEqual([]);
});

/** The citations of all files, in order. Which text a citation is of is said by the hash in the record of its source. */
function readQuotations(): Quotation[] {
  const files = readdirSync(documents).filter((name) => name.endsWith(".ndjson")).map(readDocument);
  const sources = files.flatMap(({ lines }) => lines.filter(({ record }) => record === "Source"));
  const sha256BySource = new Map(sources.map(({ ref, sha256 }) => [`@${ref}`, sha256 ?? null]));
  return files.flatMap(({ file, source, lines }) =>
    lines.flatMap(({ ref, cite }, index) =>
      cite.map((citation) => {
        const where = `${file}, line ${index + 2} (${ref})`;
        const sha256 = sha256BySource.get(citation.source ?? source);
        if (sha256 === undefined) throw new Error(`${where} cites ${citation.source ?? source}, which no file records.`);
        return { where, sha256, line: citation.line, quote: citation.quote };
      }),
    ),
  );
}

function readDocument(name: string) {
  const [first, ...rest] = readFileSync(join(documents, name), "utf8").trimEnd().split("\n");
  return { ...header.parse(JSON.parse(first ?? "")), lines: rest.map((text) => line.parse(JSON.parse(text))) };
}

/** Each text by the hash of its bytes. */
function readTexts(): Map<string, string> {
  return new Map(
    readdirSync(texts).map((name) => {
      const bytes = readFileSync(join(texts, name));
      return [createHash("sha256").update(bytes).digest("hex"), bytes.toString("utf8")];
    }),
  );
}
