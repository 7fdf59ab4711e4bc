import type DataLoader from "dataloader";

/** What one request has loaded. Each part is made when there is something to put into it: most requests need few of them. */
export class Loaded {
  private ownLoaders: Map<unknown, DataLoader<string, unknown>> | undefined;
  private ownFound: Map<unknown, Map<string, unknown>> | undefined;
  private ownLevels: Map<string, readonly string[]> | undefined;
  private ownWholes: Map<readonly unknown[], readonly unknown[]> | undefined;
  private ownForeseen: Map<object, Set<object>> | undefined;

  /** The DataLoaders of this request, by what they load. */
  get loaders(): Map<unknown, DataLoader<string, unknown>> {
    return (this.ownLoaders ??= new Map());
  }

  /** What was found at once, by what it is and its key. */
  get found(): Map<unknown, Map<string, unknown>> {
    return (this.ownFound ??= new Map());
  }

  /** The ids of the records that were found with a record, its own among them. */
  get levels(): Map<string, readonly string[]> {
    return (this.ownLevels ??= new Map());
  }

  /** All that was found by the statement that found some rows. */
  get wholes(): Map<readonly unknown[], readonly unknown[]> {
    return (this.ownWholes ??= new Map());
  }

  /** What was looked up ahead already, of the records that were found together. */
  get foreseen(): Map<object, Set<object>> {
    return (this.ownForeseen ??= new Map());
  }

  /** Lets go of all of it: maps that were emptied instead would lead, in the engine's memory, to what is loaded afterwards. */
  clear(): void {
    this.ownLoaders = undefined;
    this.ownFound = undefined;
    this.ownLevels = undefined;
    this.ownWholes = undefined;
    this.ownForeseen = undefined;
  }
}
