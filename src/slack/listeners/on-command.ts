import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs, webApi } from '@slack/bolt';
import type { Explaining } from '../explaining/explain-port.ts';
import type { Observe } from '../observe.ts';
import { checkView } from '../outgoing/check-payload.ts';
import type { OutgoingMessage } from '../outgoing/message.ts';
import type { Respond } from '../outgoing/respond.ts';
import type { MakeCall } from '../outgoing/slack-calls.ts';
import { toPasteModal } from '../views/paste-modal.ts';
import type { AnswerPrivately } from './answer-privately.ts';
import { chooseLanguage } from './choose-language.ts';
import { switchExplanations } from './switch-explanations.ts';

type Command = AllMiddlewareArgs & SlackCommandMiddlewareArgs;

/** `/nginx-why <lines>` answers to the asker, `help` explains itself, `explain on` and `explain off` switch explanations by a
 * model, `language de` chooses theirs, and alone it opens a form. */
export function onCommand(
  client: webApi.WebClient,
  makeCall: MakeCall,
  respond: Respond,
  answerPrivately: AnswerPrivately,
  help: OutgoingMessage,
  observe: Observe,
  explaining: Explaining | null,
) {
  return async ({ command, ack }: Command): Promise<void> => {
    const startedAt = performance.now();
    await ack();
    const text = command.text ?? '';
    if (text.trim() === '') return openModal(command.trigger_id, command.response_url);
    if (/^\s*(?:help|-h|--help|\?)\s*$/i.test(text)) return respond(command.response_url, help, 'asker');
    const said =
      switchExplanations(text, command.channel_id, explaining?.setOn ?? null) ??
      chooseLanguage(text, command.user_id, explaining);
    if (said) return respond(command.response_url, said, 'asker');
    const reply = await answerPrivately(command.response_url, { text, notices: [] });
    observe.onAnswered('command', reply.kind, startedAt);
  };

  /** A trigger lives for three seconds and works once, so this is never tried again after it may have counted. */
  async function openModal(triggerId: string, responseUrl: string): Promise<void> {
    const view = toPasteModal(responseUrl);
    const problems = checkView(view);
    if (problems.length > 0) throw new Error(`The form is not fit for Slack: ${problems.join('; ')}`);
    const run = () => client.views.open({ trigger_id: triggerId, view });
    await makeCall({ method: 'views.open', channel: null, repeatable: false, run });
  }
}
