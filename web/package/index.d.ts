// What <lamplight-catalog> is to a page. README.md says what each part means.

/** Resolves when the element is defined; at once where there is no browser. */
export declare const defined: Promise<void>;

export interface FoundWork {
  id: string;
  /** Its short name, too, where it has one. */
  title: string;
  description: string;
  /** Year, venue and places. */
  meta: string;
  links: { label: string; url: string }[];
}

export type ExportFormat = 'json' | 'csv' | 'bibtex' | 'ris' | 'markdown' | 'html';

/** The element's attributes as properties; null where there is none. */
export interface LamplightAttributes {
  src: string | null;
  snapshots: string | null;
  profile: string | null;
  theme: string | null;
  height: string | null;
  atlas: string | null;
  query: string | null;
  in: string | null;
  year: string | null;
  has: string | null;
  venue: string | null;
  sort: string | null;
  view: string | null;
  work: string | null;
  since: string | null;
  at: string | null;
  cols: string | null;
}

export interface LamplightCatalogElement extends HTMLElement, LamplightAttributes {
  /** Shows another list: Markdown (more than one line), or where it is. */
  load(textOrUrl: string): Promise<void>;
  /** What is shown and how, for restore(). */
  save(): Promise<string>;
  restore(token: string): Promise<void>;
  /** The works that a query finds in the whole list; what is shown stays as it is. */
  search(query: string): Promise<FoundWork[]>;
  /** The works that are shown, in another format. */
  export(format: ExportFormat): Promise<string>;
  /** Stops, and shows again what stood in the element. */
  destroy(): Promise<void>;
}

/** What is selected; null: nothing is any more. */
export interface SelectedWork {
  id: string;
  heading: string;
  subtitle: string;
  meta: string;
}

export interface LamplightEvents {
  'lamplight-ready': CustomEvent<{ url: string }>;
  /** `url` is the whole state, and each of its keys is there, too. */
  'lamplight-change': CustomEvent<{ url: string; [key: string]: string }>;
  'lamplight-select': CustomEvent<{ work: SelectedWork | null }>;
  /** Cancelable. */
  'lamplight-open': CustomEvent<{ url: string }>;
  'lamplight-error': CustomEvent<{ name: string; message: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    'lamplight-catalog': LamplightCatalogElement;
  }
  // Bubbling, they are heard anywhere.
  interface GlobalEventHandlersEventMap extends LamplightEvents {}
}
