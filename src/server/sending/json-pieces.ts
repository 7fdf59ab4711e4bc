/** So many letters V8 writes into memory that it has at hand; for a longer text it is given new memory each time, which costs more than to write it. */
const LONG = 60_000;

/** About so many letters stand in a piece of a longer one. */
const PIECE = 12_000;

/** Whether data of an answer holds lists where long ones stand. */
export function mayBeLong(data: object): boolean {
  return Object.values(data).some((value) => Array.isArray(value) || holdsLists(value));
}

/** Data of an answer as JSON: one text, or where that is long its pieces, cut between the items of lists. */
export function jsonPieces(data: object): readonly string[] {
  const writing = new Writing();
  writing.fields(data, 1);
  return writing.end();
}

class Writing {
  private readonly pieces: string[] = [];
  private text = "";

  /** An object, and so deep the objects within: long lists stand in those. */
  fields(of: object, deep: number): void {
    let before = "{";
    const fields: [string, unknown][] = Object.entries(of);
    for (const [name, value] of fields) {
      // What was skipped is left out, as JSON.stringify does.
      if (value === undefined) continue;
      this.text += `${before}${JSON.stringify(name)}:`;
      before = ",";
      if (Array.isArray(value)) this.items(value);
      else if (deep > 0 && holdsLists(value)) this.fields(value, deep - 1);
      else this.text += JSON.stringify(value);
    }
    this.text += before === "{" ? "{}" : "}";
  }

  end(): readonly string[] {
    return [...this.pieces, this.text];
  }

  private items(items: readonly unknown[]): void {
    const each = JSON.stringify(items[0] ?? null).length;
    if (each * items.length < LONG) {
      this.text += JSON.stringify(items);
      return;
    }
    const together = Math.ceil(PIECE / each);
    for (let from = 0; from < items.length; from += together) {
      this.text += `${from === 0 ? "[" : ","}${JSON.stringify(items.slice(from, from + together)).slice(1, -1)}`;
      this.pieces.push(this.text);
      this.text = "";
    }
    this.text += "]";
  }
}

function holdsLists(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.values(value).some((part) => Array.isArray(part));
}
