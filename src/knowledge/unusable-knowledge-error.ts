/** The compiled knowledge of an installed nginx-why can't be used. In a checkout it is compiled anew instead. */
export class UnusableKnowledgeError extends Error {
  override readonly name = 'UnusableKnowledgeError';

  constructor(file: string) {
    super(
      `${file} is damaged, or belongs to another version of nginx-why. Install nginx-why again, or build it anew: npm run build.`,
    );
  }
}
