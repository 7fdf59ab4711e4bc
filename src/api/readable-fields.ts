import { defaultFieldResolver, isObjectType, type GraphQLSchema } from "graphql";

/**
 * Lets what a field reads without a method be worked out when it is asked for, and come later, and be asked for once: a query that is
 * compiled reads such a field in place, perhaps several times, and takes it to be there. Of plain types, whose values hold
 * nothing but what is there, fields are read in place.
 */
export function letComeLater(schema: GraphQLSchema, plainTypes: ReadonlySet<string>): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    if (type.name.startsWith("__") || plainTypes.has(type.name)) continue;
    for (const field of Object.values(type.getFields())) field.resolve ??= defaultFieldResolver;
  }
}
