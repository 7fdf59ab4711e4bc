import { execute, isAbstractType, Kind, OperationTypeNode, TypeInfo, getNamedType, visit, visitWithTypeInfo, BREAK, type DocumentNode, type ExecutionResult, type GraphQLSchema } from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";

/** What is to be executed: a document that is kept, found to be right. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly contextValue: unknown;
}

/** A query that was asked: so often, and compiled once that is worth it; null where it is not compiled. */
interface Known {
  times: number;
  compiled: CompiledQuery | null | undefined;
}

/** Which time a query is asked it is compiled: what is asked once, compiling would only make slower. */
const COMPILED_FROM = 2;

/**
 * Executes operations. A query that is asked again is compiled to a function of its own. Only answers without errors are taken from
 * it: where anything goes wrong, graphql-js executes the query and says what. Mutations and subscriptions it executes always.
 */
export class Executor {
  private readonly schema: GraphQLSchema;
  private readonly compiledFrom: number;
  private readonly known = new WeakMap<DocumentNode, Map<string | null, Known>>();

  constructor(schema: GraphQLSchema, compiledFrom = COMPILED_FROM) {
    this.schema = schema;
    this.compiledFrom = compiledFrom;
  }

  async execute(operation: Operation): Promise<ExecutionResult> {
    const compiled = this.compiledFor(operation);
    if (compiled === null) return this.interpret(operation);
    const answer = await compiled.query(undefined, operation.contextValue, operation.variables);
    return answer.errors === undefined ? answer : this.interpret(operation);
  }

  private async interpret({ document, operationName, variables, contextValue }: Operation): Promise<ExecutionResult> {
    return execute({ schema: this.schema, document, operationName, variableValues: variables, contextValue });
  }

  private compiledFor({ document, operationName }: Operation): CompiledQuery | null {
    const names = this.known.get(document) ?? new Map<string | null, Known>();
    this.known.set(document, names);
    const known: Known = names.get(operationName) ?? { times: 0, compiled: undefined };
    names.set(operationName, known);
    known.times += 1;
    if (known.times < this.compiledFrom) return null;
    known.compiled ??= isWorthIt(this.schema, document) ? this.compile(document, operationName) : null;
    return known.compiled;
  }

  private compile(document: DocumentNode, operationName: string | null): CompiledQuery | null {
    const compiled = compileQuery(this.schema, document, operationName ?? "", { disablingCapturingStackErrors: true });
    return isCompiledQuery(compiled) ? compiled : null;
  }
}

/** Only queries; and where a field may lead to records of any kind, code would be made for each of a hundred kinds. */
function isWorthIt(schema: GraphQLSchema, document: DocumentNode): boolean {
  if (document.definitions.some((one) => one.kind === Kind.OPERATION_DEFINITION && one.operation !== OperationTypeNode.QUERY)) return false;
  const types = new TypeInfo(schema);
  let isPlain = true;
  visit(document, visitWithTypeInfo(types, {
    Field() {
      isPlain &&= !isAbstractType(getNamedType(types.getType())) && types.getFieldDef()?.name.startsWith("__") !== true;
      return isPlain ? undefined : BREAK;
    },
  }));
  return isPlain;
}
