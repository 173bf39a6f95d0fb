// What the reader sees while the canvas is on its way, and when it cannot come: a slim bar over
// the static list, which stays readable, with a way to stop it once it takes a while, and a line of
// text that says what, where, what to do.

export class PageProgress {
  #bar = document.createElement('div');
  #fill = document.createElement('div');
  #cancel = document.createElement('button');
  #notice = document.createElement('div');

  /**
   * @param {ShadowRoot} root
   * @param {() => void} cancel the reader does not want to wait any longer
   */
  constructor(root, cancel) {
    this.#bar.className = 'progress';
    this.#bar.setAttribute('part', 'progress');
    this.#bar.setAttribute('role', 'progressbar');
    this.#bar.setAttribute('aria-label', 'Loading the interactive view');
    this.#bar.hidden = true;
    this.#bar.append(this.#fill);
    this.#cancel.type = 'button';
    this.#cancel.className = 'cancel';
    this.#cancel.setAttribute('part', 'cancel');
    this.#cancel.textContent = 'Cancel';
    this.#cancel.title = 'Stop loading the interactive view';
    this.#cancel.hidden = true;
    this.#cancel.addEventListener('click', cancel);
    this.#notice.className = 'notice';
    this.#notice.setAttribute('part', 'notice');
    this.#notice.setAttribute('role', 'status');
    this.#notice.hidden = true;
    root.append(this.#bar, this.#cancel, this.#notice);
  }

  /** @param {number | null} part 0 to 1, or null when the whole is not known */
  show(part) {
    this.#bar.hidden = false;
    this.#cancel.hidden = false;
    this.#bar.classList.toggle('unknown', part === null);
    if (part === null) {
      this.#bar.removeAttribute('aria-valuenow');
      this.#fill.style.transform = '';
      return;
    }
    this.#bar.setAttribute('aria-valuenow', String(Math.round(part * 100)));
    this.#fill.style.transform = `scaleX(${part})`;
  }

  hide() {
    this.#bar.hidden = true;
    this.#cancel.hidden = true;
  }

  /**
   * Says something; with a button when there is something to be done.
   * @param {string} text
   * @param {{ title: string, run: () => void }} [action]
   */
  say(text, action) {
    this.#notice.replaceChildren(text);
    if (action) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = action.title;
      button.addEventListener('click', action.run);
      this.#notice.append(' ', button);
    }
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'close';
    close.setAttribute('aria-label', 'Dismiss');
    close.textContent = '×';
    close.addEventListener('click', () => this.unsay());
    this.#notice.append(close);
    this.#notice.hidden = false;
  }

  unsay() {
    this.#notice.hidden = true;
    this.#notice.replaceChildren();
  }
}
