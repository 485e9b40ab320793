import { expect, test } from 'vitest';
import { withLater } from '../../src/core/later.ts';

interface Answer {
  readonly cause: string;
}

function countedAnswer() {
  const made: string[] = [];
  const answer = withLater<{ readonly title: string }, Answer>(
    { title: 'refused' },
    {
      cause: () => {
        made.push('cause');
        return 'down';
      },
    },
  );
  return { answer, made };
}

test('a property is made when it is first read, and once', () => {
  const { answer, made } = countedAnswer();
  expect([answer.title, made.length]).toEqual(['refused', 0]);
  expect([answer.cause, answer.cause, made.length]).toEqual(['down', 'down', 1]);
});

test('a copy has all of it, and so has what is printed', () => {
  expect({ ...countedAnswer().answer }).toEqual({ title: 'refused', cause: 'down' });
  expect(JSON.stringify(countedAnswer().answer)).toBe('{"title":"refused","cause":"down"}');
});

test('two objects with the same properties make their own', () => {
  const [one, other] = ['down', 'moved'].map((cause) => withLater<object, Answer>({}, { cause: () => cause }));
  expect([one?.cause, other?.cause]).toEqual(['down', 'moved']);
});
