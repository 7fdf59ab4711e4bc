import type { SignInLink } from "../sign-in/sign-in.ts";

/** What a person who has just started the server is told. */
export function whereToLook(url: string, links: readonly SignInLink[]): readonly string[] {
  return [
    `Waymark is ready at ${url}`,
    line("Explore the graph", `${url}/explore`),
    line("Ask it", `${url}/graphql`),
    ...(links.length === 0 ? [] : [line("Sign in as", "each link works once, within half an hour")]),
    ...links.map(({ label, url: link }) => line(`  ${label}`, link)),
    line("Stop it", "Ctrl+C"),
  ];
}

function line(what: string, where: string): string {
  return `  ${what.padEnd(19)} ${where}`;
}
