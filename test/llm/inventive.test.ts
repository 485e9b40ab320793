import { expect, test } from 'vitest';
import { toBasis } from '../../src/llm/ground/basis.ts';
import { createGrounding } from '../../src/llm/ground/grounding.ts';
import { toParts } from '../../src/llm/ground/to-parts.ts';
import { createPseudonyms } from '../../src/llm/redact/pseudonyms.ts';
import { redactIncident } from '../../src/llm/redact/redact-incident.ts';
import { FLAGSHIP, leadOf, prompt, TERMS } from './explain-paste.ts';

const lead = leadOf(FLAGSHIP);

async function basisIn(language: string) {
  const pseudonyms = createPseudonyms();
  const incident = await redactIncident(lead, prompt, pseudonyms, TERMS, { language, keepsSites: false });
  return toBasis(lead, incident, pseudonyms, TERMS.isDirective, language);
}

const english = await basisIn('English');

test.for([
  ['an invented directive', 'Set `proxy_keepalive on` for upstream-1.', 'unknown-directive'],
  ['an invented directive in plain words', 'The directive proxy_keepalive would help here.', 'unknown-directive'],
  ['a real directive that the entry does not speak of', 'Raise worker_connections first.', 'unknown-directive'],
  ['an invented flag', 'Start gunicorn with --never-die instead.', 'command'],
  ['a short flag', 'Start gunicorn with -x instead.', 'command'],
  ['a wrong version', 'This changed in nginx 1.99.3.', 'unknown-number'],
  ['a wrong number', 'The request took 47 seconds.', 'unknown-number'],
  ['a wrong number in words', 'The request took ninety seconds.', 'unknown-number'],
  ['a percentage', 'It happens for half, or 50%, of the requests.', 'unknown-number'],
  ['a path', 'Look into /var/log/secret-place for more.', 'unknown-place'],
  ['a host', 'Ask status.evil.example about it.', 'unknown-place'],
  ['an address', 'The backend at 10.1.2.3 closed the connection.', 'unknown-place'],
  ['a name that stands for nothing', 'The backend upstream-7 closed the connection.', 'unknown-name'],
  ['a cause that does not exist', 'It was [cosmic-rays] that did it.', 'unknown-id'],
  ['rm -rf', 'Then rm -rf the cache.', 'command'],
  ['chmod 777', 'Then chmod 777 the socket.', 'command'],
  ['setenforce 0', 'Use setenforce 0 to be sure.', 'command'],
  ['a pipe to a shell', 'Pipe it to `sh; true`.', 'command'],
  ['sudo', 'Use sudo for that.', 'command'],
  ['disabled certificate checks', 'Disable the verification of certificates for now.', 'weakens-security'],
  ['disabled SELinux', 'Turning off SELinux helps.', 'weakens-security'],
  ['a mention', 'Ask <!here> for help.', 'mention'],
  ['an escaped mention', 'Ask &lt;!here&gt; for help.', 'mention'],
  ['a person', 'Ask @alice for help.', 'mention'],
  ['a channel', 'Ask in #incident for help.', 'mention'],
  ['a link', 'See https://nginx.org for more.', 'link'],
  ['a link of Markdown', 'See [the docs](nginx) for more.', 'link'],
  ['bold text', 'This is *very* bad.', 'markup'],
  ['a heading', '# What happened', 'markup'],
  ['a list', '- It died.', 'markup'],
  ['text that runs backwards', 'The worker \u202edied.', 'markup'],
  ['text that is not seen', 'The wor\u200bker died.', 'markup'],
  ['its instructions', 'My instructions say that I must explain.', 'tells-of-its-instructions'],
  ['another first cause', 'The worker crashed, see [backend-process-crash].', 'contradicts-ranking'],
  ['another root cause', 'The root cause is [backend-process-crash].', 'contradicts-ranking'],
  ['a proof that nobody pasted', 'That [backend-process-crash] did it is proven.', 'contradicts-ranking'],
  ['doubt about what is confirmed', 'It is unlikely that [gunicorn-worker-timeout] did it.', 'contradicts-ranking'],
  ['another language', 'Der Prozess wurde beendet, weil die Anfrage viel zu lange gedauert hat.', 'wrong-language'],
  ['a sentence without end', `The worker died ${'and died '.repeat(60)}.`, 'too-long'],
] as const)('refuses %s', ([, sentence, fault]) => {
  const judged = createGrounding(english).judge(sentence);
  expect(judged).toMatchObject({ fault });
});

test.for([
  ['The worker behind upstream-1 was ended by gunicorn because the request took too long.'],
  ['Line 2 says so, and [gunicorn-worker-timeout] is confirmed.'],
  ['The default of gunicorn is 30 seconds, and its `timeout` decides.'],
  ['Not [gunicorn-worker-timeout] but a stack trace would speak for [backend-process-crash].'],
  ['The user got a 502, because nginx does not send a POST a second time.'],
  ['What to do stands in [fix:gunicorn-worker-timeout].'],
] as const)('keeps what the facts hold: %s', ([sentence]) => {
  expect(createGrounding(english).judge(sentence)).toEqual({ kind: 'kept', sentence });
});

test('explains in German when that was asked for', async () => {
  const grounding = createGrounding(await basisIn('German'));
  const sentence = 'Der Prozess hinter upstream-1 wurde von gunicorn beendet, weil die Anfrage zu lange dauerte.';
  expect(grounding.judge(sentence)).toEqual({ kind: 'kept', sentence });
  expect(grounding.judge('The worker was ended by gunicorn because the request took too long.')).toMatchObject({
    fault: 'wrong-language',
  });
});

test('drops the whole when most of it had to be cut', () => {
  const grounding = createGrounding(english);
  grounding.judge('The worker died.');
  grounding.judge('It took 47 seconds.');
  grounding.judge('It took 48 seconds.');
  expect(grounding.conclude()).toBe('nothing-left');
});

test('puts values and titles in, and nothing that a renderer would take for its own', () => {
  const parts = toParts('[gunicorn-worker-timeout] ended the worker of upstream-1.', english);
  expect(parts.map(({ kind }) => kind)).toEqual(['title', 'text', 'value', 'text']);
  expect(parts[2]?.text).toBe('10.1.2.3:8080');
});
