/** Pushpin's logo, the same as on the toolbar. */
export const Logo = () => <img src="/icons/32.png" width="20" height="20" alt="" />;
