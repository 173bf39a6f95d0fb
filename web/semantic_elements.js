// What each role of the semantic tree is in the DOM: which element, and how a node's words and
// states show in it. semantic_layer.js places them.

import { FLAG } from './boundary.js';

/** @typedef {import("./boundary.js").SemanticNode} SemanticNode */

/**
 * The elements of one node.
 * @typedef {object} Made
 * @property {HTMLElement} outer what is placed
 * @property {HTMLElement} inner what holds the children
 * @property {HTMLElement} control what has the focus and the states
 */

/** @type {Partial<Record<import("./boundary.js").Role, string>>} */
const plainTags = {
  Banner: 'header',
  Navigation: 'nav',
  Main: 'main',
  Complementary: 'aside',
  ContentInfo: 'footer',
  List: 'ul',
  ListItem: 'li',
  Text: 'span',
  Link: 'a',
  Button: 'button',
  Tab: 'button',
  MenuItem: 'button',
  Select: 'select',
};

/** @type {Partial<Record<import("./boundary.js").Role, string>>} */
const ariaRoles = {
  Banner: 'banner',
  ContentInfo: 'contentinfo',
  Search: 'search',
  // Without bullets, some screen readers take a list for none.
  List: 'list',
  Tab: 'tab',
  TabList: 'tablist',
  Slider: 'slider',
  Status: 'status',
  Image: 'img',
  ListBox: 'listbox',
  Option: 'option',
  ProgressBar: 'progressbar',
  TabPanel: 'tabpanel',
  Grid: 'grid',
  Row: 'row',
  ColumnHeader: 'columnheader',
  GridCell: 'gridcell',
  Dialog: 'dialog',
  Menu: 'menu',
  MenuItem: 'menuitem',
  Meter: 'meter',
};

/** Of what the arrows move among, the Tab key stops at one. */
const ROVING = new Set(['Tab', 'MenuItem', 'ColumnHeader', 'GridCell']);

/** Whether it stands for what is folded away. @param {SemanticNode} node */
const isFolded = (node) => node.role === 'Group' && node.options !== '';

/**
 * The kind of element that a node needs; another kind means another element.
 * @param {SemanticNode} node
 */
export function kindOf(node) {
  if (isFolded(node)) return 'Folded';
  return node.role === 'Heading' ? `Heading${node.level}` : node.role;
}

/**
 * @param {SemanticNode} node
 * @returns {Made}
 */
export function makeElement(node) {
  const { role } = node;
  if (role === 'Checkbox') {
    const outer = document.createElement('label');
    const control = document.createElement('input');
    control.type = 'checkbox';
    outer.append(control);
    return { outer, inner: outer, control };
  }
  if (role === 'SearchBox') {
    const input = document.createElement('input');
    input.type = 'search';
    input.dir = 'auto';
    input.autocomplete = 'off';
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-haspopup', 'listbox');
    input.setAttribute('autocapitalize', 'none');
    input.enterKeyHint = 'search';
    return { outer: input, inner: input, control: input };
  }
  if (role === 'Scroller') {
    const outer = document.createElement('div');
    outer.className = 'scroller';
    const inner = document.createElement('div');
    inner.className = 'content';
    outer.append(inner);
    return { outer, inner, control: outer };
  }
  const tag = role === 'Heading' ? `h${Math.min(6, Math.max(1, node.level))}` : plainTags[role];
  const element = document.createElement(tag ?? 'div');
  const ariaRole = ariaRoles[role];
  if (ariaRole) element.setAttribute('role', ariaRole);
  if (role === 'Text') element.className = 'run';
  if (role === 'Separator') element.className = 'edge';
  // What the field refers to.
  if (role === 'ListBox' || role === 'Option') element.id = `node-${node.id}`;
  if (role === 'ProgressBar') element.setAttribute('aria-valuemax', '100');
  if (role === 'Dialog') element.setAttribute('aria-modal', 'true');
  if (role === 'Slider') element.tabIndex = 0;
  if (element instanceof HTMLButtonElement) element.type = 'button';
  if (element instanceof HTMLAnchorElement) {
    // A title on the canvas is text first (text_marking.js).
    element.draggable = (node.flags & FLAG.inPage) === 0;
    element.rel = 'noopener';
  }
  return { outer: element, inner: element, control: element };
}

/**
 * Whether the element carries the node's label as text of its own.
 * @param {SemanticNode} node
 * @param {boolean} hasChildren
 */
function holdsText(node, hasChildren) {
  return !hasChildren && ['Text', 'Heading', 'Status'].includes(node.role);
}

/**
 * Words and states of a node.
 * @param {Made} made
 * @param {SemanticNode} node
 * @param {boolean} hasChildren
 * @param {string} childText the text of the nodes below
 * @param {boolean} isInCell it stands in a cell of a grid
 */
export function describe(made, node, hasChildren, childText, isInCell) {
  const { outer, control } = made;
  const { role, flags } = node;
  if (holdsText(node, hasChildren)) {
    if (outer.textContent !== node.label + node.options) {
      outer.textContent = node.label;
      if (node.options) {
        const blank = document.createElement('i');
        blank.append(node.options);
        outer.append(blank);
      }
    }
    if (role !== 'Text') outer.classList.add('drawn');
    const isDirected = (flags & (FLAG.fromLeft | FLAG.fromRight)) !== 0;
    setAttribute(outer, 'dir', isDirected ? (flags & FLAG.fromRight ? 'rtl' : 'ltr') : null);
  } else {
    outer.classList.remove('drawn');
    // A name only where the text does not say it: headings and items are read as they are.
    const isNamed = node.label !== '' && node.label !== childText && role !== 'ListItem';
    setAttribute(control, 'aria-label', isNamed ? node.label : null);
    // Only a named group is worth telling.
    if (role === 'Group') setAttribute(control, 'role', node.label ? 'group' : null);
  }
  if (isFolded(node)) {
    outer.setAttribute('hidden', 'until-found');
    outer.textContent = node.options.replaceAll('\0', '\n');
  }
  const isHidden = (flags & FLAG.decorative) !== 0;
  setAttribute(outer, 'aria-hidden', isHidden ? 'true' : null);
  const isPressable = role === 'Button' || role === 'Link' || role === 'Select';
  const hasFold = (flags & (FLAG.expanded | FLAG.collapsed)) !== 0;
  setAttribute(
    control,
    'aria-expanded',
    isPressable && hasFold ? String((flags & FLAG.expanded) !== 0) : null,
  );
  const isStop = (flags & FLAG.tabStop) !== 0;
  if (isPressable) control.tabIndex = isHidden || (isInCell && !isStop) ? -1 : 0;
  // A cell whose links have the focus takes none itself.
  if (ROVING.has(role) && (role !== 'GridCell' || flags & FLAG.activates)) {
    control.tabIndex = isStop ? 0 : -1;
  }
  if (role === 'Tab' || role === 'Option' || role === 'Row') {
    control.setAttribute('aria-selected', String((flags & FLAG.selected) !== 0));
  } else {
    const isCurrent = (flags & (FLAG.current | FLAG.selected)) !== 0;
    setAttribute(control, 'aria-current', isCurrent ? 'true' : null);
  }
  setAttribute(control, 'aria-disabled', flags & FLAG.disabled ? 'true' : null);
  if (role === 'ListItem' || role === 'Option') {
    setAttribute(outer, 'aria-setsize', node.setSize > 0 ? String(node.setSize) : null);
    setAttribute(outer, 'aria-posinset', node.position > 0 ? String(node.position) : null);
  }
  describeGrid(control, node);
  if (role === 'MenuItem') {
    const hasCheck = (flags & (FLAG.checked | FLAG.unchecked)) !== 0;
    setAttribute(control, 'role', hasCheck ? 'menuitemcheckbox' : 'menuitem');
    const isChecked = (flags & FLAG.checked) !== 0;
    setAttribute(control, 'aria-checked', hasCheck ? String(isChecked) : null);
  }
  if (role === 'Meter' || role === 'Slider') describeMeter(control, node);
  if (control instanceof HTMLAnchorElement) setAttribute(control, 'href', node.url || null);
  if (role === 'ProgressBar') setAttribute(control, 'aria-valuenow', node.value);
  if (role === 'Select') describeSelect(/** @type {HTMLSelectElement} */ (control), node);
  if (control instanceof HTMLInputElement) describeInput(control, node);
}

/**
 * Where in a grid it stands: all of it is counted, not only what is in the document.
 * @param {HTMLElement} element
 * @param {SemanticNode} node
 */
function describeGrid(element, { role, setSize, level, position, value, flags, label }) {
  if (role === 'Grid') {
    element.setAttribute('aria-rowcount', String(setSize));
    element.setAttribute('aria-colcount', String(level));
    setAttribute(element, 'aria-multiselectable', flags & FLAG.many ? 'true' : null);
  } else if (role === 'Row') {
    element.setAttribute('aria-rowindex', String(position));
  } else if (role === 'ColumnHeader' || role === 'GridCell') {
    element.setAttribute('aria-colindex', String(position));
    if (role === 'ColumnHeader') setAttribute(element, 'aria-sort', value || null);
  } else if (role === 'Scroller') {
    // The rows of a grid that scroll.
    setAttribute(element, 'role', level === 1 ? 'rowgroup' : label ? 'group' : null);
  }
}

/**
 * @param {HTMLElement} meter
 * @param {SemanticNode} node
 */
function describeMeter(meter, node) {
  const [least, most, text] = node.options.split('\0');
  meter.setAttribute('aria-valuemin', least);
  meter.setAttribute('aria-valuemax', most);
  meter.setAttribute('aria-valuenow', node.value);
  setAttribute(meter, 'aria-valuetext', text || null);
}

/**
 * @param {HTMLSelectElement} select
 * @param {SemanticNode} node
 */
function describeSelect(select, node) {
  setAttribute(select, 'aria-label', node.label);
  if (select.dataset.options !== node.options) {
    select.dataset.options = node.options;
    const fields = node.options === '' ? [] : node.options.split('\0');
    const options = [];
    for (let i = 0; i + 1 < fields.length; i += 2) {
      options.push(new Option(fields[i + 1], fields[i]));
    }
    select.replaceChildren(...options);
  }
  if (select.value !== node.value) select.value = node.value;
}

/**
 * @param {HTMLInputElement} input
 * @param {SemanticNode} node
 */
function describeInput(input, node) {
  if (input.type === 'checkbox') {
    input.checked = (node.flags & FLAG.checked) !== 0;
    setAttribute(input, 'aria-label', `${node.label}${node.value ? `, ${node.value}` : ''}`);
    return;
  }
  setAttribute(input, 'aria-label', node.label);
  const [placeholder, list, active] = node.options.split('\0');
  setAttribute(input, 'aria-expanded', String((node.flags & FLAG.expanded) !== 0));
  setAttribute(input, 'aria-controls', list ? `node-${list}` : null);
  setAttribute(input, 'aria-activedescendant', active ? `node-${active}` : null);
  if (input.placeholder !== placeholder) input.placeholder = placeholder;
  // The module knows all that was typed: another value is its answer to a key that came later.
  if (input.value !== node.value) input.value = node.value;
}

/**
 * @param {HTMLElement} element
 * @param {string} name
 * @param {string | null} value null: not there
 */
function setAttribute(element, name, value) {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
