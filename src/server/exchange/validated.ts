import type { DocumentNode, OperationDefinitionNode } from "graphql";

/** An operation that was validated against the schema, in the document that the server keeps of it. */
export interface Validated {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}
