import type { Access, SignedInPerson } from "../application.ts";

const keptMilliseconds = 5 * 60_000;
const mostKept = 1_000;

interface Known {
  readonly id: Promise<string>;
  readonly until: number;
}

/** Accounts of people whose tokens come again and again: what is recorded of a sign-in is recorded once in a while, or when it changes. */
export class Accounts {
  private readonly access: Access;
  private readonly known = new Map<string, Known>();

  constructor(access: Access) {
    this.access = access;
  }

  async of(person: SignedInPerson): Promise<string> {
    const key = JSON.stringify(person);
    const known = this.known.get(key);
    if (known !== undefined && known.until > Date.now()) {
      const id = await known.id;
      if (this.access.mayEnter(id)) return id;
    }
    const id = this.access.signedIn(person);
    this.remember(key, id);
    return id;
  }

  private remember(key: string, id: Promise<string>): void {
    this.known.delete(key);
    const [oldest] = this.known.keys();
    if (oldest !== undefined && this.known.size >= mostKept) this.known.delete(oldest);
    this.known.set(key, { id, until: Date.now() + keptMilliseconds });
    id.catch(() => this.known.delete(key));
  }
}
