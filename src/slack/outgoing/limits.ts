/** Slack's limits on what we send, in characters unless said otherwise. Source: Slack's Block Kit reference, the comments
 * of `@slack/types`, and measurements reported to bolt-js for the sum over a message. */
export const LIMITS = {
  /** A message's blocks; a modal may have twice as many. */
  blocksOfMessage: 50,
  blocksOfModal: 100,
  /** All texts of a message's blocks together: refused from about 13,170 on, at times earlier. */
  textOfBlocks: 11_000,
  /** The fallback text; chat.update takes no more, and counts bytes after escaping. */
  fallbackBytes: 3_900,
  header: 150,
  /** One text object of a section or context. */
  section: 3_000,
  /** One code block, by experience: it has no documented limit of its own. */
  preformatted: 2_900,
  contextElements: 10,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  actionId: 255,
  blockId: 255,
  link: 3_000,
  modalTitle: 24,
  modalMetadata: 3_000,
  callbackId: 255,
  plainTextInput: 3_000,
  /** The JSON of a view, in bytes. */
  viewBytes: 250_000,
} as const;
