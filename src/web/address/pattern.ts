/** What the named pieces of a path stand for: `/programmes/:id` finds `id` in `/programmes/pg_1`. Null where the path is another. */
export function matched(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const [wanted, given] = [pieces(pattern), pieces(path)];
  if (wanted.length !== given.length) return null;
  const found: Record<string, string> = {};
  for (const [index, piece] of wanted.entries()) {
    const there = given[index] ?? "";
    if (piece.startsWith(":")) found[piece.slice(1)] = decoded(there);
    else if (piece !== there) return null;
  }
  return found;
}

function pieces(path: string): string[] {
  return path.split("/").filter((piece) => piece !== "");
}

/** A piece that was not encoded as addresses are stands for itself: it will name nothing. */
function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}
