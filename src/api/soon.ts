/** Here at once, or once it is found together with what others ask for. */
export type Soon<Value> = Value | Promise<Value>;

/** What comes of a value: at once where it is here. */
export function once<Value, Result>(value: Soon<Value>, then: (value: Value) => Result): Soon<Result> {
  return value instanceof Promise ? value.then(then) : then(value);
}
