export type Sent = Omit<RequestInit, "headers"> & { readonly headers?: Readonly<Record<string, string>> };

/** The browser was told not to go there. */
export class Stopped extends Error {
  readonly address: string;

  constructor(address: string) {
    super(`The browser stopped before ${address}.`);
    this.address = address;
  }
}

/** Somebody's browser: it keeps cookies by server, follows what it is told to, and says where its requests come from. */
export class Browser {
  private readonly jars = new Map<string, Map<string, string>>();
  /** Every answer's Set-Cookie lines, as they came. */
  readonly setCookies: string[] = [];
  /** What it does not go to. */
  stopsAt: string | undefined;

  /** One request, without following anything. */
  async send(address: string, { headers, ...init }: Sent = {}): Promise<Response> {
    if (this.stopsAt !== undefined && address.includes(this.stopsAt)) throw new Stopped(address);
    const { origin } = new URL(address);
    const cookies = [...(this.jars.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(address, { ...init, redirect: "manual", headers: { ...(cookies === "" ? {} : { cookie: cookies }), "sec-fetch-site": "same-origin", ...headers } });
    for (const line of response.headers.getSetCookie()) this.keep(origin, line);
    return response;
  }

  /** Follows redirects until something is answered. Gives that, and where it was. */
  async open(address: string, init: Sent = {}): Promise<{ readonly response: Response; readonly address: string; readonly text: string }> {
    let [next, how]: [string, Sent] = [address, init];
    for (let hops = 0; hops < 20; hops += 1) {
      const response = await this.send(next, how);
      const location = response.headers.get("location");
      if (location === null) return { response, address: next, text: await response.text() };
      [next, how] = [new URL(location, next).href, {}];
    }
    throw new Error(`This goes round in circles: ${next}`);
  }

  /** Goes to sign in, says who it is on the issuer's pages, agrees, and comes back. */
  async signIn(address: string, login: string): Promise<{ readonly response: Response; readonly address: string; readonly text: string }> {
    let page = await this.open(address);
    while (page.text.includes('name="prompt"')) {
      const prompt = /name="prompt" value="(\w+)"/.exec(page.text)?.[1] ?? "";
      const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? "";
      page = await this.open(new URL(action, page.address).href, { method: "POST", body: new URLSearchParams({ prompt, login, password: "any" }) });
    }
    return page;
  }

  cookie(origin: string, name: string): string | undefined {
    return this.jars.get(origin)?.get(name);
  }

  keep(origin: string, line: string): void {
    this.setCookies.push(line);
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const expires = /expires=([^;]+)/i.exec(line)?.[1];
    if (value === "" || (expires !== undefined && Date.parse(expires) < Date.now())) jar.delete(name);
    else jar.set(name, value);
  }
}
