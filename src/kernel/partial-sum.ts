/** The shape of every sum: what is known adds up to this, from so many; and so many are not in it. */
export interface PartialSum<Value> {
  /** The total of the known ones. It has a value of zero only where nothing had to be added, or zeros were. */
  readonly known: Value;
  readonly knownCount: number;
  readonly unknownCount: number;
}
