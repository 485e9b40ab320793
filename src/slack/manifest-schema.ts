import { z } from 'zod';
import { COMMAND, SHORTCUT } from './views/actions.ts';

/** Scopes without which some way to ask does not work. */
export const SCOPES = [
  'app_mentions:read',
  'channels:history',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'im:history',
] as const;
/** Events that the listeners answer. */
export const EVENTS = ['app_mention', 'message.im'] as const;

/** A list that holds at least these. */
const including = (needed: readonly string[]) =>
  z.array(z.string()).superRefine((held, context) => {
    for (const name of needed) if (!held.includes(name)) context.addIssue(`lacks ${name}`);
  });

/** The app as Slack creates it from `slack-manifest.yaml`, as far as the bot depends on it, within Slack's limits. */
export const ManifestSchema = z.object({
  display_information: z.object({
    name: z.string().min(1).max(35),
    description: z.string().max(140).optional(),
    long_description: z.string().min(175).max(4000).optional(),
  }),
  features: z.object({
    app_home: z.object({ messages_tab_enabled: z.literal(true), messages_tab_read_only_enabled: z.literal(false) }),
    bot_user: z.object({ display_name: z.string().min(1).max(80) }),
    shortcuts: z
      .array(
        z.object({
          name: z.string().max(24),
          type: z.enum(['message', 'global']),
          callback_id: z.string().max(255),
          description: z.string().max(150),
        }),
      )
      .max(10)
      .refine(
        (shortcuts) => shortcuts.some(({ type, callback_id }) => type === 'message' && callback_id === SHORTCUT),
        {
          error: `lacks the message shortcut ${SHORTCUT}`,
        },
      ),
    slash_commands: z
      .array(
        z.object({
          command: z.string().startsWith('/').max(32),
          description: z.string().max(2000),
          usage_hint: z.string().max(1000).optional(),
          should_escape: z.literal(false),
        }),
      )
      .refine((commands) => commands.some(({ command }) => command === COMMAND), { error: `lacks ${COMMAND}` }),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: including(SCOPES) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: including(EVENTS) }),
    interactivity: z.object({ is_enabled: z.literal(true) }),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false),
  }),
});
