/** The picture beside a name; the name itself stands next to it. */
export function Avatar({ from }: { readonly from: 'you' | 'bot' }) {
  return (
    <svg className="avatar" viewBox="0 0 36 36" aria-hidden="true" focusable="false">
      <rect width="36" height="36" rx="8" className={from === 'bot' ? 'avatar-bot' : 'avatar-you'} />
      {from === 'bot' ? (
        <path d="M9 25V12l8 12V11m6 1.5c1-2 5.5-2 5.5 1.2 0 2.6-3.2 2.6-3.2 5.3m0 4.4v.6" className="avatar-line" />
      ) : (
        <path d="M11 25l7-15 7 15m-11.5-5h9" className="avatar-line" />
      )}
    </svg>
  );
}
