import {
  getNamedType, isAbstractType, isEnumType, Kind, OperationTypeNode, TypeInfo, visit, visitWithTypeInfo,
  type DocumentNode, type ExecutionResult, type GraphQLNamedType, type GraphQLSchema,
} from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";

/** What is to be answered: a document that is kept, found to be right. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
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
 * Answers queries that are asked again by functions of their own, to which they are compiled. Only answers without errors are taken from
 * those: where anything goes wrong, graphql-js is to execute the query and says what, as it executes mutations and subscriptions.
 */
export class Compiled {
  private readonly schema: GraphQLSchema;
  private readonly compiledFrom: number;
  private readonly known = new WeakMap<DocumentNode, Map<string | undefined, Known>>();

  constructor(schema: GraphQLSchema, compiledFrom = COMPILED_FROM) {
    this.schema = schema;
    this.compiledFrom = compiledFrom;
  }

  /** Null where graphql-js is to execute it. */
  async answer(operation: Operation): Promise<Readonly<Record<string, unknown>> | null> {
    const compiled = this.compiledFor(operation);
    if (compiled === null) return null;
    const { data, errors }: ExecutionResult = await compiled.query(undefined, operation.contextValue, operation.variables);
    return errors === undefined ? data ?? null : null;
  }

  private compiledFor({ document, operationName }: Operation): CompiledQuery | null {
    const names = this.known.get(document) ?? new Map<string | undefined, Known>();
    this.known.set(document, names);
    const known: Known = names.get(operationName) ?? { times: 0, compiled: undefined };
    names.set(operationName, known);
    known.times += 1;
    if (known.times < this.compiledFrom) return null;
    if (known.compiled === undefined) known.compiled = this.compile(document, operationName);
    return known.compiled;
  }

  private compile(document: DocumentNode, operationName: string | undefined): CompiledQuery | null {
    const asked = typesAsked(this.schema, document);
    if (!isWorthIt(document, asked)) return null;
    // To look at each value once more, and to say where it stands in case it is wrong, takes as long as all else: it is done where one is told by another name.
    const compiled = compileQuery(this.schema, document, operationName ?? "", { disablingCapturingStackErrors: true, disableLeafSerialization: asked.every(isToldAsItIs) });
    return isCompiledQuery(compiled) ? compiled : null;
  }
}

/** The types of all fields that a document asks for; undefined for what is asked of the schema itself. */
function typesAsked(schema: GraphQLSchema, document: DocumentNode): readonly (GraphQLNamedType | undefined)[] {
  const types = new TypeInfo(schema);
  const asked: (GraphQLNamedType | undefined)[] = [];
  visit(document, visitWithTypeInfo(types, {
    Field() { asked.push(types.getFieldDef()?.name.startsWith("__") === true ? undefined : getNamedType(types.getType()) ?? undefined); },
  }));
  return asked;
}

/** Only queries; and where a field may lead to records of any kind, code would be made for each of a hundred kinds. */
function isWorthIt(document: DocumentNode, asked: readonly (GraphQLNamedType | undefined)[]): boolean {
  const isQuery = document.definitions.every((one) => one.kind !== Kind.OPERATION_DEFINITION || one.operation === OperationTypeNode.QUERY);
  return isQuery && asked.every((type) => type !== undefined && !isAbstractType(type));
}

/** Whether a value of this type is told as it is kept. */
function isToldAsItIs(type: GraphQLNamedType | undefined): boolean {
  return !isEnumType(type) || type.getValues().every(({ name, value }) => value === name);
}
