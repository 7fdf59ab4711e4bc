/** The graph in the file is not the one that this process knows: another version of Waymark has taken the file over. */
export class GraphReplaced extends Error {
  override readonly name = "GraphReplaced";
  constructor() {
    super("The ledger's file is now served by another version of Waymark. This process has stopped; start the same version everywhere.");
  }
}
