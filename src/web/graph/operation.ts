/** Something to ask the graph: its text, and, for the compiler alone, what it asks for and is answered. */
export interface Operation<Answer, Variables> {
  readonly name: string;
  readonly text: string;
  readonly types?: { readonly answer: Answer; readonly variables: Variables };
}
