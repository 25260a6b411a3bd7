// Failures are data with a code and a sentence in each language; the engine's errors have the same form.
import ar from '../messages/ar.json';
import en from '../messages/en.json';

/** A failure of the page itself; `code` names a sentence under `failure.` in the message files. */
export class Failure extends Error {
  constructor(code) {
    super(en[`failure.${code}`]);
    Object.assign(this, { code, ar: ar[`failure.${code}`], en: en[`failure.${code}`] });
  }
}

/** Any thrown thing as `{ code, ar, en }`. */
export function asFailure(thrown) {
  if (thrown?.code && thrown.ar && thrown.en) return thrown;
  const unknown = new Failure('unexpected');
  return { code: unknown.code, ar: unknown.ar, en: unknown.en, detail: String(thrown?.message ?? thrown) };
}
