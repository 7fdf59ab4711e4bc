/** Every page's address. What stands after a colon names a record. */
export const addresses = {
  overview: "/",
} as const satisfies Readonly<Record<string, string>>;

export type PageName = keyof typeof addresses;
