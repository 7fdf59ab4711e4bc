/** Where the reader is: the path of the page, and what stands behind the question mark. */
export interface Address {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** What may stand behind a question mark: empty lists and what is undefined are left out. */
export type QueryParts = Readonly<Record<string, string | readonly string[] | undefined>>;

export function addressOf({ pathname, search }: Pick<URL, "pathname" | "search">): Address {
  return { path: pathname, query: new URLSearchParams(search) };
}

/** The same parts always make the same address, whatever their order. */
export function hrefOf(path: string, parts: QueryParts = {}): string {
  const query = new URLSearchParams();
  for (const name of Object.keys(parts).toSorted()) {
    for (const value of valuesOf(parts[name])) query.append(name, value);
  }
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** What stands behind the question mark, as parts again, some of them left out. */
export function partsOf(query: URLSearchParams, leftOut: readonly string[] = []): Record<string, readonly string[]> {
  const names = [...new Set(query.keys())].filter((name) => !leftOut.includes(name));
  return Object.fromEntries(names.map((name) => [name, query.getAll(name)]));
}

function valuesOf(part: QueryParts[string]): readonly string[] {
  if (part === undefined) return [];
  return typeof part === "string" ? [part] : part;
}
