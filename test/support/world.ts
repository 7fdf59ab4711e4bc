import { index, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { recordKind, type RecordKind } from "../../src/ledger/concept.ts";
import { gaps, identity, oneOf, partialDate, reference, wholeNumber, wordList, words, yesOrNo } from "../../src/ledger/column.ts";

/** A small world that names nothing of the domain: projects and their tasks, with every kind of column. */

export const projects = sqliteTable("projects", { ...identity, title: words().notNull(), code: words() }, (project) => [
  uniqueIndex("projects_by_code").on(project.code),
]);

export const tasks = sqliteTable(
  "tasks",
  {
    ...identity,
    title: words().notNull(),
    state: oneOf(["OPEN", "DONE"]).notNull(),
    projectId: reference(() => projects.id).notNull(),
    parentId: reference((): AnySQLiteColumn => tasks.id),
    points: wholeNumber(),
    urgent: yesOrNo(),
    due: partialDate(),
    labels: wordList(),
    gaps: gaps(),
    firstLabel: text().generatedAlwaysAs(sql`json_extract("labels", '$[0]')`, { mode: "virtual" }),
  },
  (task) => [index("tasks_by_project").on(task.projectId), index("tasks_by_first_label").on(task.firstLabel)],
);

export const Project = recordKind("Project", "pj", projects);
export const Task = recordKind("Task", "tk", tasks);

/** In the order of their foreign keys. */
export const kinds: readonly RecordKind[] = [Project, Task];
