// What the reader has selected in the overlay, and as which text it is to be copied.
//
// Drawn runs of one line each are elements of their own; a browser would put every one on a line.
// And only what is seen has elements: where a selection goes on beyond it, and when all of the page
// is selected, the works come from the list.

/** @typedef {import("./boundary.js").Boundary["listWorks"]} ListWorks */

/** More than anyone pastes. */
const WORKS_AT_MOST = 5000;

/**
 * The whole result as text, and how much of it was taken.
 * @param {ListWorks} list
 */
export function resultText(list) {
  const { title, date, counted, asked, works } = list(0, WORKS_AT_MOST);
  const isPart = works.length === WORKS_AT_MOST;
  const taken = isPart ? `The first ${WORKS_AT_MOST} of ${counted}` : counted;
  const head = [title, [taken, asked, date && `list of ${date}`].filter(Boolean).join(' · ')];
  return { text: [head.join('\n'), ...works.map(workText)].join('\n\n') + '\n', taken };
}

/** @param {import("./boundary.js").ListedWork} work */
function workText({ title, description, meta, links }) {
  const lines = [title, description, meta, ...links.map(([label, url]) => `${label}: ${url}`)];
  return lines.filter(Boolean).join('\n');
}

/**
 * The selected range within a shadow root, or null.
 * @param {ShadowRoot} root
 * @returns {StaticRange | Range | null}
 */
export function selectedRange(root) {
  const own = /** @type {{ getSelection?: () => Selection | null }} */ (root).getSelection?.();
  const selection = own ?? document.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range =
    !own && 'getComposedRanges' in selection
      ? /** @type {any} */ (selection).getComposedRanges({ shadowRoots: [root] })[0]
      : selection.getRangeAt(0);
  if (!range || range.collapsed || !root.contains(range.startContainer)) return null;
  return range;
}

/**
 * The selected text: runs of one line joined, lines of one paragraph with a blank, others with a
 * line break.
 * @param {StaticRange | Range} range
 * @param {Iterable<HTMLElement>} runs in reading order, each holding one text node
 * @param {ListWorks} list
 */
export function selectionText(range, runs, list) {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  let text = '';
  /** @type {Run | undefined} */
  let former;
  for (const run of runs) {
    const node = run.firstChild;
    if (!node || !live.intersectsNode(node)) continue;
    const content = node.textContent ?? '';
    const begin = node === range.startContainer ? range.startOffset : 0;
    const end = node === range.endContainer ? range.endOffset : content.length;
    const part = content.slice(begin, end);
    if (part === '') continue;
    const box = run.getBoundingClientRect();
    const code = run.style.fontFamily ? content : null;
    const next = { block: run.parentElement, box, code };
    const parting = former ? separator(former, next) : '';
    if (parting !== ' ' || !text.endsWith(' ')) text += parting;
    if (former) text += unseenBetween(former.block, next.block, list);
    text += part;
    former = next;
  }
  return text;
}

/** @typedef {{ block: Element | null, box: DOMRect, code: string | null }} Run */

/** @param {Run} a @param {Run} b */
function separator(a, b) {
  // Lines of code begin with its own blanks or a bracket; what goes on in the next one does not.
  if (a.code !== null && b.code !== null) return /^(\s|@|\}$)/.test(b.code) ? '\n' : '';
  const sameLine = Math.abs(a.box.bottom - b.box.bottom) < a.box.height / 2;
  const gap = Math.max(b.box.left - a.box.right, a.box.left - b.box.right);
  if (sameLine) return gap < a.box.height * 0.1 ? '' : ' ';
  // A title broken into lines is one sentence; a smaller line below it is another.
  const sameHeight = Math.abs(a.box.height - b.box.height) < 1;
  return a.block === b.block && sameHeight ? ' ' : '\n';
}

/**
 * The works between two rows that have scrolled away, each as text with a line behind it.
 * @param {Element | null} from
 * @param {Element | null} to
 * @param {ListWorks} list
 */
function unseenBetween(from, to, list) {
  const [first, last] = [from, to].map((block) =>
    Number(block?.closest('[role="row"]')?.ariaRowIndex),
  );
  if (!(last - first > 1)) return '';
  return list(first, Math.min(last - first - 1, WORKS_AT_MOST))
    .works.map((work) => workText(work) + '\n')
    .join('');
}
