import { TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from "graphql";
import { isPassing } from "../../api/passing.ts";

/** Which documents ask for what is not read from the ledger, so that no answer to them is kept. */
export class Passing {
  private readonly schema: GraphQLSchema;
  private readonly known = new WeakMap<DocumentNode, boolean>();

  constructor(schema: GraphQLSchema) {
    this.schema = schema;
  }

  isAskedIn(document: DocumentNode): boolean {
    const known = this.known.get(document) ?? this.look(document);
    this.known.set(document, known);
    return known;
  }

  private look(document: DocumentNode): boolean {
    const types = new TypeInfo(this.schema);
    let isAsked = false;
    visit(document, visitWithTypeInfo(types, {
      Field() { isAsked ||= isPassing(types.getFieldDef()); },
    }));
    return isAsked;
  }
}
