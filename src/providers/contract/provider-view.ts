import type { Provider } from './provider';

/** What the screens say of a provider: so that the popup need not load how to call it. */
export interface ProviderView {
  label: string;
  host: string;
  /** Whether messages can be chosen by their text. */
  listsMessages: boolean;
}

export const viewOfProvider = ({ label, origin, listMessages }: Provider): ProviderView => ({
  label,
  host: new URL(origin).host,
  listsMessages: listMessages !== undefined,
});
