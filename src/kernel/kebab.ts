/** The name of a type as acts and folders write it: `StatusReport` is `status-report`. */
export function kebab(type: string): string {
  return type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();
}
