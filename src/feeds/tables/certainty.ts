import { certainties } from "../../kernel/certainty.ts";
import type { Column } from "./table.ts";

/** Stands in a table that is searched by dates: they are as exact as their source. */
export const CERTAINTY: Column = {
  name: "certainty",
  type: "CODE",
  description: "How sure it is that the row falls in the window that was asked for. Empty where none was.",
  codes: [
    { code: certainties[0], meaning: "Every day that the date can mean does." },
    { code: certainties[1], meaning: "Some of the days that it can mean do." },
  ],
  field: null,
};
