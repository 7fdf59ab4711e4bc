/** So many questions are remembered, and as many again of those before. */
const MOST = 5_000;

/** Which questions were asked of late. Of each only a number is kept, which others may share: then one is taken for asked before that was not, and no harm is done. */
export class Asked {
  private lately = new Set<number>();
  private before = new Set<number>();

  /** Whether this was asked before; it has been from now on. */
  again(question: string): boolean {
    const number = numberOf(question);
    const isKnown = this.lately.has(number) || this.before.has(number);
    if (this.lately.size >= MOST) {
      this.before = this.lately;
      this.lately = new Set();
    }
    this.lately.add(number);
    return isKnown;
  }
}

/** FNV-1a, of 32 bits. */
function numberOf(text: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) number = Math.imul(number ^ text.charCodeAt(at), 0x01000193);
  return number;
}
