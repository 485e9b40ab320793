import type { Face, Observe } from '../observe.ts';
import type { OutgoingMessage } from '../outgoing/message.ts';
import { adviseOn, BROKEN, toSentence } from './say-so.ts';

type Listener<A> = (args: A) => Promise<void>;

/** A listener that never leaves its asker without a word: when it fails, it says so by `tell`, and what to do where that is
 * known. */
export function apologising<A>(
  face: Face,
  observe: Observe,
  listener: Listener<A>,
  tell: (args: A, message: OutgoingMessage) => Promise<void>,
): Listener<A> {
  return async (args) => {
    try {
      await listener(args);
    } catch (error) {
      observe.onFailed(face, error);
      await tell(args, toSentence(adviseOn(error) ?? BROKEN)).catch((again: unknown) => observe.onFailed(face, again));
    }
  };
}
