// What the reader has selected in the overlay, and as which text it is to be copied.
//
// Drawn runs of one line each are elements of their own; a browser would put every one on a line.

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
 */
export function selectionText(range, runs) {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  let text = '';
  /** @type {{ block: Element | null, box: DOMRect } | undefined} */
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
    const block = run.parentElement;
    if (former) text += separator(former, { block, box });
    text += part;
    former = { block, box };
  }
  return text;
}

/**
 * @param {{ block: Element | null, box: DOMRect }} a
 * @param {{ block: Element | null, box: DOMRect }} b
 */
function separator(a, b) {
  const sameLine = Math.abs(a.box.bottom - b.box.bottom) < a.box.height / 2;
  if (sameLine) return b.box.left - a.box.right < a.box.height * 0.1 ? '' : ' ';
  // A title broken into lines is one sentence; a smaller line below it is another.
  const sameHeight = Math.abs(a.box.height - b.box.height) < 1;
  return a.block === b.block && sameHeight ? ' ' : '\n';
}
