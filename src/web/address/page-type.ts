import type { ComponentType } from "preact";

/** What of the path a page is given. */
export type PathParts = Readonly<Record<string, string>>;

export type Page = ComponentType<{ readonly parts: PathParts }>;
