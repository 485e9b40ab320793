/** A piece of an explanation. Values of the paste are plain text that a renderer escapes, like all of a reply. */
export type ExplanationPart =
  | { readonly kind: 'text'; readonly text: string }
  /** A value of the paste, put back where the model wrote its pseudonym. */
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  /** A cause, fix or check in the knowledge's own words. */
  | { readonly kind: 'title'; readonly text: string };
