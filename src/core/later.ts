import { once, oncePerKey } from './once.ts';

/** How to make each property of `T`. */
type Makers<T> = { readonly [K in keyof T]: () => T[K] };

const MAKERS = Symbol('makers');

interface Maker {
  readonly [MAKERS]: Readonly<Record<string, () => unknown>>;
}

// one getter for all objects: V8 gives up on the shape of an object whose getters are its own
const getterOf = oncePerKey((name: string) => ({
  enumerable: true,
  get(this: Maker): unknown {
    return this[MAKERS][name]?.();
  },
}));

/** What is given, and properties that are made when they are first read. Whoever spreads or prints the result reads all of them. */
export function withLater<Given extends object, Later extends object>(
  given: Given,
  later: Makers<Later>,
): Given & Later {
  const made: Given & Partial<Later> = { ...given };
  const makers: Record<string, () => unknown> = {};
  Object.defineProperty(made, MAKERS, { value: makers });
  for (const [name, make] of Object.entries<() => unknown>(later)) {
    makers[name] = once(make);
    Object.defineProperty(made, name, getterOf(name));
  }
  return made as Given & Later;
}
