/** Pushpin's own sign, the toolbar's picture. */
export const Logo = () => <img src="/icons/32.png" width="20" height="20" alt="" />;
