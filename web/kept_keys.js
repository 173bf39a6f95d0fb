// The names by which a reader's choices are kept in this browser.

export const THEME_KEY = 'lamplight-theme';
/** Of the plain page: each folder has its own. */
export const plainKey = () => `lamplight-plain ${new URL('.', location.href).pathname}`;
