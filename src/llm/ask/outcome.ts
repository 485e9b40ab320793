import type { ExplanationPart } from '../../core/reply/explanation-part.ts';
import type { Fault } from '../ground/fault.ts';

/** What the asker of an explanation gets in the end. Only `explained` may be shown as the model's words. */
export type Outcome =
  | {
      readonly kind: 'explained';
      /** One for each sentence that was kept. */
      readonly sentences: readonly (readonly ExplanationPart[])[];
      readonly model: string;
      readonly isFromCache: boolean;
    }
  /** The model answered, and nothing of it can be shown; what was shown of it already must be taken back. */
  | { readonly kind: 'dropped'; readonly fault: Fault }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Why there is no answer of the model. */
export type Failure =
  | 'busy'
  | 'budget-is-spent'
  | 'first-word-too-late'
  | 'too-late'
  | 'stopped'
  | 'server-away'
  | 'rate-limited'
  | 'key-refused'
  | 'model-unknown'
  | 'content-filter'
  | 'context-too-long'
  | 'broken-answer';

/** For a person: what happened, and what to do. The deterministic answer is never part of it, for it stands already. */
export const FAILURE_WORDS: Readonly<Record<Failure, string>> = {
  busy: 'Too many explanations are being written right now. Try again in a minute.',
  'budget-is-spent': 'The budget for explanations is spent for today. The answer above needs none.',
  'first-word-too-late': 'The model did not begin to answer in time. Try again, or ask who runs it.',
  'too-late': 'The model did not finish in time, so nothing of it is shown.',
  stopped: 'Stopped.',
  'server-away': 'The model server does not answer. The answer above does not need it.',
  'rate-limited': 'The model server takes no more requests right now. Try again in a few minutes.',
  'key-refused': 'The model server refuses the key that nginx-why has. Its operator must set another one.',
  'model-unknown':
    'The model server does not know the model that nginx-why asks for. Its operator must set another one.',
  'content-filter': "The model server's content filter refused this request.",
  'context-too-long': 'The incident does not fit into what the model can read at once.',
  'broken-answer': 'What the model server sent is not an answer.',
};

/** Tokens of one request, for cost. */
export interface Usage {
  readonly input: number;
  readonly output: number;
  /** False: the server didn't count, so they are estimated from the length of the texts. */
  readonly isCounted: boolean;
}
