// A page in a frame and the page around it, by messages. README.md has the protocol for those who
// write the other side.
//
//     talkToFrame(element, 'https://host.example', signal);
//
// Only the window around this one is listened to, and only while it is of the origin that the
// address names; only it is told anything.

const VERSION = 1;
const EVENTS = ['ready', 'change', 'select', 'open', 'error'];
/** What a host may set. Where lists and profiles are, it may not name: they are read as ours. */
const NOT_SET = new Set(['id', 'class', 'style', 'page', 'src', 'snapshots', 'profile', 'blocks']);

/**
 * @typedef {HTMLElement & {
 *   load(textOrUrl: string): Promise<void>, save(): Promise<string>,
 *   restore(token: string): Promise<void>, search(query: string): Promise<object[]>,
 *   export(format: string): Promise<string> }} Commanded
 */

/**
 * An origin as a browser writes it, or null: "*" and addresses are none.
 * @param {string | null} text
 */
function readOrigin(text) {
  try {
    const { origin, protocol } = new URL(text ?? '');
    return origin === text && /^https?:$/.test(protocol) ? origin : null;
  } catch {
    return null;
  }
}

/** What is loaded for a host, it could have loaded itself. @param {string} text @param {string} origin */
function checkAddress(text, origin) {
  if (/[\r\n]/.test(text)) return;
  const address = new URL(text, document.baseURI);
  const isOurs = address.href.startsWith(new URL('.', document.baseURI).href);
  if (!isOurs && address.origin !== origin) {
    throw new Error(
      'A list is loaded from the host’s own site, from below this page, or as a text.',
    );
  }
}

/** @type {Record<string, (element: Commanded, command: any, origin: string) => Promise<unknown>>} */
const COMMANDS = {
  async set(element, { values }) {
    for (const name of Object.keys(values)) {
      if (NOT_SET.has(name) || /^(on|data-)/i.test(name)) {
        throw new Error(`“${name}” is not set from outside.`);
      }
    }
    for (const [name, value] of Object.entries(values)) {
      if (value === null || value === '') element.removeAttribute(name);
      else element.setAttribute(name, String(value));
    }
  },
  async load(element, { list }, origin) {
    checkAddress(String(list), origin);
    await element.load(String(list));
  },
  save: (element) => element.save(),
  restore: (element, { token }) => element.restore(String(token)),
  search: (element, { query }) => element.search(String(query)),
  export: (element, { format }) => element.export(String(format)),
};

/**
 * @param {Commanded} element
 * @param {string | null} named in the address
 * @param {AbortSignal} signal ends it
 */
export function talkToFrame(element, named, signal) {
  // In a frame, other pages have no room, and many refuse to be shown.
  const base = document.createElement('base');
  base.target = '_blank';
  document.head.append(base);
  const origin = readOrigin(named);
  if (origin === null || parent === window) return;
  /** @param {object} message */
  const post = (message) => parent.postMessage({ lamplight: VERSION, ...message }, origin);
  for (const type of EVENTS) {
    const tell = (/** @type {Event} */ event) =>
      post({ type, detail: /** @type {CustomEvent} */ (event).detail });
    element.addEventListener(`lamplight-${type}`, tell, { signal });
  }
  if (element.hasAttribute('data-ready')) post({ type: 'ready', detail: {} });
  const answer = async (/** @type {MessageEvent} */ { source, origin: from, data }) => {
    if (source !== parent || from !== origin || data?.lamplight !== VERSION) return;
    const { id, type } = data;
    try {
      if (!Object.hasOwn(COMMANDS, type)) throw new Error(`There is no command “${type}”.`);
      const result = await COMMANDS[type](element, data, origin);
      post({ type: 'answer', id, result });
    } catch (error) {
      post({ type: 'answer', id, error: error instanceof Error ? error.message : String(error) });
    }
  };
  addEventListener('message', answer, { signal });
}
