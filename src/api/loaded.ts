import type DataLoader from "dataloader";

/** What one request has loaded. Each part is made when there is something to put into it: most requests need few of them. */
export class Loaded {
  private parts: Partial<Parts> = {};

  /** The DataLoaders of this request, by what they load. */
  get loaders(): Parts["loaders"] {
    return (this.parts.loaders ??= new Map());
  }

  /** What was found at once, by what it is and its key. */
  get found(): Parts["found"] {
    return (this.parts.found ??= new Map());
  }

  /** The ids of the records that were found with a record, its own among them. */
  get levels(): Parts["levels"] {
    return (this.parts.levels ??= new Map());
  }

  /** All that was found by the statement that found some rows. */
  get wholes(): Parts["wholes"] {
    return (this.parts.wholes ??= new Map());
  }

  /** What was looked up ahead already, of the records that were found together. */
  get foreseen(): Parts["foreseen"] {
    return (this.parts.foreseen ??= new Map());
  }

  clear(): void {
    this.parts = {};
  }
}

interface Parts {
  loaders: Map<unknown, DataLoader<string, unknown>>;
  found: Map<unknown, Map<string, unknown>>;
  levels: Map<string, readonly string[]>;
  wholes: Map<readonly unknown[], readonly unknown[]>;
  foreseen: Map<object, Set<object>>;
}
