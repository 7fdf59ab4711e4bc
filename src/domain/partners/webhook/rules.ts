import { isIP } from "node:net";

/** The longest address that is taken. */
const LONGEST = 2_000;

/** What is wrong with an address to which messages are to be sent, as far as its text tells; null where nothing is. It completes no sentence: it is one. */
export function wrongAddress(address: string): string | null {
  if (address.length > LONGEST) return `This address has more than ${LONGEST} characters. Give a shorter one.`;
  if (!URL.canParse(address)) return "This is no address. Give a whole one, such as https://example.nhs.uk/waymark.";
  const { protocol, username, password, hash, hostname, port } = new URL(address);
  if (protocol !== "https:" && !(protocol === "http:" && isLocal(hostname))) return "Messages are sent over https only. Give an address that begins with https://.";
  if (username !== "" || password !== "") return "An address is read by others: it may hold no user name and no password. Leave them out; the receiver knows by the signature that a message is from here.";
  if (hash !== "") return "What stands behind # in an address is never sent. Leave it out.";
  if (!isLocal(hostname) && port !== "" && Number(port) < 1024) return `Port ${port} belongs to something else than a receiver of webhooks. Give an address on port 443, or from 1024 up.`;
  return null;
}

/** Whether an address names the machine itself, in so many words. */
export function isLocal(hostname: string): boolean {
  const bare = hostname.replaceAll(/[[\]]/g, "");
  return bare === "localhost" || bare === "::1" || (isIP(bare) === 4 && bare.startsWith("127."));
}
