/** One value, under its labels. */
interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{((?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\[\\"n])*",?)+)\})? (-?(?:[\d.]+(?:e[+-]?\d+)?)|[+-]Inf|Nan)$/;
const ABOUT = /^# (?:HELP [\w:]+ [^\n]+|TYPE ([\w:]+) (?:counter|gauge|histogram|summary))$/;

/** Metrics as whoever scrapes them reads them; throws at the first line that is not of the format, or tells of something that was not announced. */
export class Scraped {
  readonly text: string;
  readonly samples: readonly Sample[];

  constructor(text: string) {
    const lines = text.split("\n").filter((line) => line !== "");
    const announced = new Set(lines.flatMap((line) => ABOUT.exec(line)?.[1] ?? []));
    this.text = text;
    this.samples = lines.filter((line) => !ABOUT.test(line)).map((line) => sampleIn(line, announced));
    const each = this.samples.map(({ name, labels }) => JSON.stringify([name, labels]));
    if (new Set(each).size < each.length) throw new Error("Something is told twice.");
  }

  /** The value under these labels; undefined where there is none. */
  value(name: string, labels: Readonly<Record<string, string>> = {}): number | undefined {
    return this.samples.find((sample) => sample.name === name && Object.entries(labels).every(([label, value]) => sample.labels[label] === value))?.value;
  }
}

function sampleIn(line: string, announced: ReadonlySet<string>): Sample {
  const [, name = "", labels = "", value = ""] = SAMPLE.exec(line) ?? [];
  if (name === "" || ![name, name.replace(/_(bucket|sum|count)$/, "")].some((each) => announced.has(each))) throw new Error(`This is no metric: ${line}`);
  return { name, labels: Object.fromEntries([...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, label = "", text = ""]) => [label, text])), value: Number(value) };
}

/** What a server answers to whoever scrapes it. */
export async function scrape(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Scraped> {
  const response = await fetch(`${url}/metrics`, { headers });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return new Scraped(await response.text());
}
