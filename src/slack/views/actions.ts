/** The action ids of our buttons. They stand in messages that stay in Slack for years, so they never change. */
export const ACTIONS = {
  allCauses: 'nginx-why:all-causes',
  verify: 'nginx-why:verify',
  applied: 'nginx-why:applied',
  fixed: 'nginx-why:fixed',
  notIt: 'nginx-why:not-it',
  share: 'nginx-why:share',
  example: 'nginx-why:example',
  explain: 'nginx-why:explain',
  stopExplaining: 'nginx-why:stop-explaining',
  sent: 'nginx-why:sent',
  explanationFeedback: 'nginx-why:explanation-feedback',
} as const;

/** Other names that Slack hands back to us. The manifest holds the first two. */
export const COMMAND = '/nginx-why';
export const SHORTCUT = 'why-this-nginx-error';
export const PASTE_MODAL = 'nginx-why:paste';
