/** What an Authorization header carries. */
export type Credentials = { readonly kind: "KEY"; readonly secret: string; readonly isBasic: boolean } | { readonly kind: "TOKEN"; readonly token: string } | { readonly kind: "OTHER" };

/** Spreadsheets can only send a name and a password: there the password is the key, and the name says nothing. */
export function credentialsIn(header: string): Credentials {
  const [, scheme = "", rest = ""] = /^(\S+) +(\S+)$/.exec(header.trim()) ?? [];
  switch (scheme.toLowerCase()) {
    case "bearer":
      return isKey(rest) ? { kind: "KEY", secret: rest, isBasic: false } : isToken(rest) ? { kind: "TOKEN", token: rest } : { kind: "OTHER" };
    case "basic": {
      const secret = passwordIn(rest);
      return isKey(secret) ? { kind: "KEY", secret, isBasic: true } : { kind: "OTHER" };
    }
    default:
      return { kind: "OTHER" };
  }
}

function isKey(text: string): boolean {
  return text.startsWith("wmk_") && text.length < 200;
}

/** Three parts of base64url: whether it is worth looking into. */
function isToken(text: string): boolean {
  return text.length < 16_000 && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text);
}

function passwordIn(encoded: string): string {
  const decoded = Buffer.from(encoded, "base64").toString("utf8");
  return decoded.slice(decoded.indexOf(":") + 1);
}
