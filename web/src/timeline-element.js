// `<tawarikh-timeline>`: an archive's timeline in any page.
//
//   <script src="archive/timeline-element.js"></script>
//   <tawarikh-timeline src="archive/" query="…" from="2014" to="2019" language="ar" axis="rtl"></tawarikh-timeline>
//
//   src        the archive's site, a folder; the script's own where left out
//   query      what to search for; all of the archive where left out
//   from, to   the part of time to begin with: a year, a month or a day
//   language   of the controls and dates: `ar` or `en`
//   axis       the direction of time: `rtl` or `ltr`
//   months, digits           as in the page's address
//   theme      `light`, `dark`, or `system` for the reader's device; left out, as the page's own `color-scheme` says
//
// A press on a mark sends the event `tawarikh-open` with `{ id, sentence, address }` in its `detail`; unless it is prevented, the
// sentence opens in the archive's own page. The element is a frame of that page: neither one's styles or scripts reach the other.
const SCRIPT = document.currentScript?.src ?? location.href;
const PASSED = { query: 'q', language: 'lang', axis: 'axis', months: 'months', digits: 'digits' };
const HEIGHT = '26rem';

class TawarikhTimeline extends HTMLElement {
  static observedAttributes = ['src', 'from', 'to', 'theme', ...Object.keys(PASSED)];

  #frame = document.createElement('iframe');
  #hear = (event) => this.#heard(event);

  connectedCallback() {
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.style.display ||= 'block';
    Object.assign(this.#frame.style, { border: '0', width: '100%', height: this.style.height ? '100%' : HEIGHT });
    this.#show();
    shadow.append(this.#frame);
    addEventListener('message', this.#hear);
  }

  disconnectedCallback() {
    removeEventListener('message', this.#hear);
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#show();
  }

  #show() {
    this.#frame.title = this.getAttribute('aria-label') ?? 'Timeline · خط زمني';
    this.#frame.src = this.#address();
  }

  #address() {
    const home = new URL(this.getAttribute('src') ?? '.', this.hasAttribute('src') ? document.baseURI : SCRIPT);
    const fields = new URLSearchParams({ embed: 'timeline', theme: this.getAttribute('theme') ?? themeAround(this) });
    for (const [name, field] of Object.entries(PASSED)) if (this.hasAttribute(name)) fields.set(field, this.getAttribute(name));
    const [from, to] = ['from', 'to'].map((name) => this.getAttribute(name));
    if (from || to) fields.set('zoom', `${from ?? to}..${to ?? from}`);
    return new URL(`index.html#${fields}`, home).href;
  }

  #heard({ source, data }) {
    if (source !== this.#frame.contentWindow || data?.tawarikh !== 'open') return;
    const { id, sentence, address } = data;
    const opened = new CustomEvent('tawarikh-open', { detail: { id, sentence, address }, bubbles: true, composed: true, cancelable: true });
    if (this.dispatchEvent(opened)) globalThis.open(address, '_blank', 'noreferrer');
  }
}

// A page that says nothing of its colours is light, whatever the reader's device prefers.
function themeAround(element) {
  const said = getComputedStyle(element).colorScheme;
  const schemes = said && said !== 'normal' ? said : (document.querySelector('meta[name="color-scheme"]')?.content ?? '');
  if (!/\bdark\b/.test(schemes)) return 'light';
  return /\blight\b/.test(schemes) ? 'system' : 'dark';
}

customElements.define('tawarikh-timeline', TawarikhTimeline);
