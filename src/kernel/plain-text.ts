/** Whether a text is one: without control characters other than line breaks and tabs, and without half of a character that takes two. */
export function isPlainText(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- the control characters are what is looked for
  return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\p{Surrogate}/u.test(text);
}

/** Whether a text holds NUL, or half of a character that takes two: nothing that anybody wrote does, and not every place keeps what does as it is. */
export function isBrokenText(text: string): boolean {
  return /\0|\p{Surrogate}/u.test(text);
}
