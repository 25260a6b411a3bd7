// Keeps every fault from before the page's own code runs: errors, refused promises, missing files, policy violations,
// and whatever is said to the console as an error or a warning.
(() => {
  const faults = [];
  globalThis.tawarikhFaults = faults;
  const keep = (kind, text) => faults.push(`${kind}: ${text}`);
  for (const level of ['error', 'warn']) {
    const said = console[level].bind(console);
    console[level] = (...words) => { keep(`console.${level}`, words.map(String).join(' ')); said(...words); };
  }
  addEventListener('error', (event) => {
    const source = event.target?.src ?? event.target?.href;
    keep('error', source ? `${source} did not load` : event.message);
  }, true);
  addEventListener('unhandledrejection', (event) => keep('promise', event.reason?.message ?? event.reason));
  document.addEventListener('securitypolicyviolation', (event) => keep('policy', `${event.violatedDirective} ${event.blockedURI}`));
})();
