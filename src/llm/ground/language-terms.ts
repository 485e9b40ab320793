/** A language that an explanation can have. */
export interface Language {
  /** As the language is asked for, in English. */
  readonly name: string;
  /** ISO 639-1, as the detector names it. */
  readonly code: string;
}

/** Words of one language that change how certain a sentence is. Lower case, matched as parts of a sentence. */
export interface LanguageTerms extends Language {
  /** As its speakers call it. */
  readonly ownName: string;
  /** Say that something is proved. */
  readonly certain: RegExp;
  /** Say that one cause comes before all others. */
  readonly foremost: RegExp;
  /** Say that something is not the cause. */
  readonly excluded: RegExp;
  /** Advice to give up a protection. */
  readonly weakening: RegExp;
}

const ENGLISH: LanguageTerms = {
  name: 'English',
  ownName: 'English',
  code: 'en',
  certain:
    /\b(?:(?<!not |n't |nothing is |nothing |yet |un)confirmed|certainly|definitely|without (?:a )?doubt|undoubtedly|proven|proves|guaranteed|must be the cause)\b/i,
  foremost:
    /\b(?:most likely|most probable|likeliest|main cause|root cause|actual cause|real cause|the cause is|is the cause)\b/i,
  excluded: /\b(?:unlikely|ruled out|rules out|not the cause|cannot be|can't be|impossible|excluded|irrelevant)\b/i,
  weakening:
    /\b(?:disabl\w*|turn\w* off|switch\w* off|skip\w*|bypass\w*|ignor\w*|without)\b[^.]{0,60}\b(?:verif\w*|certificate\w*|selinux|apparmor|firewall\w*|authentication|tls check\w*)/i,
};

/** Languages in which a contradiction can be recognised, and so the ones a reader may choose. */
const TERMS: readonly LanguageTerms[] = [
  ENGLISH,
  {
    name: 'German',
    ownName: 'Deutsch',
    code: 'de',
    certain: /(?<!un)bestätigt|\bsicher\b|zweifellos|bewiesen|\bbeweist\b|garantiert|\beindeutig/i,
    foremost:
      /am wahrscheinlichsten|wahrscheinlichste|hauptursache|eigentliche ursache|die ursache ist|ist die ursache/i,
    excluded: /unwahrscheinlich|ausgeschlossen|nicht die ursache|kann nicht|unmöglich/i,
    weakening:
      /\b(?:deaktivier\w*|abschalt\w*|ausschalt\w*|überspring\w*|umgeh\w*)[^.]{0,60}|(?:prüfung|zertifikat\w*|selinux|apparmor|firewall)[^.]{0,60}(?:deaktivier|abschalt|ausschalt|abzuschalten|auszuschalten)/i,
  },
  {
    name: 'French',
    ownName: 'français',
    code: 'fr',
    certain: /(?<!non )confirmée?\b|certainement|sans aucun doute|prouvée?\b|\bprouve\b|garantie?\b/i,
    foremost: /la plus probable|le plus probable|cause principale|cause réelle|la cause est|est la cause/i,
    excluded: /peu probable|improbable|exclue?\b|n'est pas la cause|impossible|ne peut pas être/i,
    weakening: /\b(?:désactiv\w*|contourn\w*)[^.]{0,60}(?:vérification|certificat|selinux|apparmor|pare-feu)/i,
  },
  {
    name: 'Spanish',
    ownName: 'español',
    code: 'es',
    certain: /(?<!no )confirmad[oa]\b|ciertamente|sin duda|demostrad[oa]\b|\bprueba\b|garantizad[oa]\b/i,
    foremost: /más probable|causa principal|causa real|la causa es|es la causa/i,
    excluded: /poco probable|improbable|descartad[oa]\b|no es la causa|imposible|no puede ser/i,
    weakening:
      /\b(?:desactiv\w*|deshabilit\w*|omit\w*)[^.]{0,60}(?:verificación|certificado|selinux|apparmor|cortafuegos)/i,
  },
];

/** The languages that an explanation can have. */
export const LANGUAGES: readonly Language[] = TERMS;

/** A language by its name in English, its own name or its code, in any case; null for one whose words nobody taught us. */
export function parseLanguage(text: string): Language | null {
  const asked = text.trim().toLowerCase();
  return TERMS.find((one) => [one.code, one.name, one.ownName].some((name) => name.toLowerCase() === asked)) ?? null;
}

/** The terms of the language with that name; English for any other. */
export function termsOf(language: string): LanguageTerms {
  return TERMS.find(({ name }) => name === language) ?? ENGLISH;
}
