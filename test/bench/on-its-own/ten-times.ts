import { figure, measureAll } from "../side-by-side/measured.ts";
import type { Options } from "../side-by-side/options.ts";
import type { System } from "../side-by-side/system.ts";
import { short } from "../side-by-side/table.ts";
import { questions } from "./questions.ts";

/** What an answer costs where there is ten times as much, next to where there is not: both asked in turn, cold, by one who waits for each answer. */
export async function tenTimes(small: System, large: System, options: Options, ids: readonly string[], say: (line: string) => void): Promise<string[]> {
  const [one, other] = [{ ...small, name: "small" }, { ...large, name: "large" }];
  const measured = await measureAll([one, other], { ...options, shapes: questions, manners: ["cold"], together: 1 }, ids, async () => Promise.resolve(), say);
  const cost = (name: string): number[] => questions.map((shape) => 1_000 / figure(measured, shape, "cold", name));
  const [few, many] = [cost(one.name), cost(other.name)];
  return [
    `| milliseconds of work an answer, cold | ${questions.map(({ name }) => name).join(" | ")} |`, `| --- |${" --- |".repeat(questions.length)}`,
    `| ${small.name} | ${few.map(short).join(" | ")} |`,
    `| ${large.name} | ${many.map(short).join(" | ")} |`,
    `| times | ${many.map((each, index) => short(each / (few[index] ?? Number.NaN))).join(" | ")} |`,
  ];
}
