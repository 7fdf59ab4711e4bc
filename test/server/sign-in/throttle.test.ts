import { expect, test } from "vitest";
import { Throttle } from "../../../src/server/sign-in/throttle.ts";

const isHeld = (throttle: Throttle, address: string): boolean => "waitSeconds" in throttle.attempt(address);

test.each([
  ["one address", "192.0.2.1", "192.0.2.1", true],
  ["two addresses", "192.0.2.1", "192.0.2.2", false],
  ["one address of IPv4 as IPv6 writes it", "192.0.2.1", "::ffff:192.0.2.1", true],
  ["two of one subscriber's IPv6", "2001:db8:1:2:aaaa::1", "2001:0db8:1:2::9", true],
  ["two subscribers of IPv6", "2001:db8:1:2::1", "2001:db8:1:3::1", false],
  ["one on a link", "fe80::1%eth0", "fe80::1", true],
])("Throttle counts %s as such", (_, one, other, isSame) => {
  const throttle = new Throttle(1);
  throttle.attempt(one);
  expect(isHeld(throttle, other)).toBe(isSame);
});

test("Throttle remembers no more addresses than it has room for", () => {
  const throttle = new Throttle(1);
  throttle.attempt("192.0.2.1");
  for (let n = 0; n < 10_000; n += 1) throttle.attempt(`10.0.${Math.floor(n / 250)}.${n % 250}`);
  expect(isHeld(throttle, "192.0.2.1")).toBe(false);
  expect(isHeld(throttle, "10.0.39.249")).toBe(true);
});
