// Failures are data with a code and a sentence in each language. The engine throws a code with the values of its sentence.
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
  if (`engine.${thrown?.code}` in en) return said(thrown);
  const unknown = new Failure('unexpected');
  return { code: unknown.code, ar: unknown.ar, en: unknown.en, detail: String(thrown?.message ?? thrown) };
}

// Both languages at once: English may not be loaded yet beyond its failures.
function said(fault) {
  const sentence = (words) => words[`engine.${fault.code}`].replace(/\{(\w+)\}/g, (_, name) => fault[name] ?? '');
  return { code: fault.code, ar: sentence(ar), en: sentence(en) };
}
