import { isObjectType, type GraphQLField, type GraphQLFieldResolver, type GraphQLObjectType, type GraphQLResolveInfo, type GraphQLSchema } from "graphql";
import { getMetadataStorage } from "type-graphql";
import { grouped } from "../kernel/grouped.ts";

type Storage = ReturnType<typeof getMetadataStorage>;

/** A method as type-graphql knows it: the class that it stands in, its name, and what each of its parameters is. */
type Method = Storage["queries"][number] | Storage["fieldResolvers"][number];

type Parameter = NonNullable<Method["params"]>[number];

type Sent = Readonly<Record<string, unknown>>;

/** What one parameter is given. */
type Taking = (root: unknown, sent: Sent, context: unknown, info: GraphQLResolveInfo) => unknown;

// oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql takes classes as functions
type Class = Function;

/**
 * Lets the executor call the method behind each field itself, and read a field without a method from its record. Between the two
 * type-graphql makes a promise of every field with an argument, and a copy of all that is sent, of which a page with hundreds of
 * records takes thousands. What is sent has been judged by the schema by then.
 */
export function callDirectly(schema: GraphQLSchema, resolvers: readonly Class[]): void {
  const storage = getMetadataStorage();
  const called = new Calls(storage, resolvers);
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    const handlers = type === schema.getQueryType() ? storage.queries : type === schema.getMutationType() ? storage.mutations : null;
    if (handlers === null) called.directly(type);
    else for (const field of Object.values(type.getFields())) called.handle(handlers, field);
  }
}

class Calls {
  private readonly storage: Storage;
  private readonly known: ReadonlySet<Class>;
  private readonly instances = new Map<Class, object>();
  private readonly methods: ReadonlyMap<Class, readonly Method[]>;

  constructor(storage: Storage, resolvers: readonly Class[]) {
    this.storage = storage;
    this.known = new Set(resolvers);
    this.methods = grouped(storage.fieldResolvers, (method) => method.getObjectType?.() ?? Object);
  }

  /** A field of the query or the mutation. */
  handle(handlers: readonly Method[], field: GraphQLField<unknown, unknown>): void {
    const method = handlers.find(({ schemaName, target }) => schemaName === field.name && this.known.has(target));
    if (method !== undefined) field.resolve = this.calling(method);
  }

  /** The fields of any other type: its own, and those that it has from what it is a kind of. */
  directly(type: GraphQLObjectType): void {
    const made = this.storage.objectTypes.find(({ name }) => name === type.name);
    if (made === undefined) return;
    const classes = [...lineOf(made.target), ...this.storage.interfaceTypes.filter(({ name }) => type.getInterfaces().some((each) => each.name === name)).flatMap(({ target }) => lineOf(target))];
    const byField = grouped(classes.flatMap((each) => this.methods.get(each) ?? []), ({ schemaName }) => schemaName);
    for (const field of Object.values(type.getFields())) {
      const methods = byField.get(field.name) ?? [];
      const method = methods.find(({ target }) => this.known.has(target));
      if (method !== undefined) field.resolve = this.calling(method);
      else if (methods.length === 0 && isNamedAsRead(made.fields, field.name)) delete field.resolve;
    }
  }

  private calling(method: Method): GraphQLFieldResolver<unknown, unknown> {
    const call = methodOf(this.instanceOf(method.target), method.methodName);
    const taking = (method.params ?? []).toSorted((a, b) => a.index - b.index).map(takingOf);
    const [first, second, third] = taking;
    // Most take three at the most, and a call without a list is quickest.
    if (first === undefined) return () => call();
    if (taking.length > 3) return (root, sent: Sent, context, info) => call(...taking.map((take) => take(root, sent, context, info)));
    if (second === undefined) return (root, sent: Sent, context, info) => call(first(root, sent, context, info));
    if (third === undefined) return (root, sent: Sent, context, info) => call(first(root, sent, context, info), second(root, sent, context, info));
    return (root, sent: Sent, context, info) => call(first(root, sent, context, info), second(root, sent, context, info), third(root, sent, context, info));
  }

  private instanceOf(target: Class): object {
    const known = this.instances.get(target);
    if (known !== undefined) return known;
    const made: unknown = Reflect.construct(target, []);
    if (typeof made !== "object" || made === null) throw new Error(`${target.name} makes nothing that has methods.`);
    this.instances.set(target, made);
    return made;
  }
}

function methodOf(instance: object, name: string): (...given: unknown[]) => unknown {
  const found: unknown = Reflect.get(instance, name);
  if (typeof found !== "function") throw new Error(`There is no method ${name}.`);
  // What it takes, type-graphql has recorded of its parameters.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return found.bind(instance) as (...given: unknown[]) => unknown;
}

function takingOf(parameter: Parameter): Taking {
  switch (parameter.kind) {
    case "root":
      return (root) => root;
    case "context":
      return (_root, _sent, context) => context;
    case "info":
      return (_root, _sent, _context, info) => info;
    case "args":
      return (_root, sent) => sent;
    case "arg":
      return (_root, sent) => sent[parameter.name];
    case "custom":
    case "pubSub":
      throw new Error(`A method of the graph takes no ${parameter.kind}.`);
  }
}

/** A class and those that it extends. */
function lineOf(made: Class): Class[] {
  const parent: unknown = Object.getPrototypeOf(made);
  return typeof parent === "function" && parent.prototype !== undefined ? [made, ...lineOf(parent)] : [made];
}

function isNamedAsRead(fields: readonly { readonly name: string; readonly schemaName: string }[] | undefined, name: string): boolean {
  return (fields ?? []).every(({ name: read, schemaName }) => schemaName !== name || read === name);
}
