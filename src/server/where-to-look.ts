/** What a person who has just started the server is told. */
export function whereToLook(url: string): readonly string[] {
  return [`Waymark is ready at ${url}`, `  Explore the graph   ${url}/explore`, `  Ask it              ${url}/graphql`, "  Stop it             Ctrl+C"];
}
