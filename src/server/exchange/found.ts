import type { DocumentNode, OperationDefinitionNode } from "graphql";

/** An operation that was found to be asked rightly, in the document that the server keeps of it. */
export interface Found {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}
