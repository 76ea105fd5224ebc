import type { Provider } from './provider';

/** The parts of a provider's record that screens show, so that the popup does not load the code of the provider's calls. */
export interface ProviderView {
  id: string;
  label: string;
  host: string;
  /** Whether messages can be chosen by their text. */
  listsMessages: boolean;
}

export const viewOfProvider = ({ id, label, origin, listMessages }: Provider): ProviderView => ({
  id,
  label,
  host: new URL(origin).host,
  listsMessages: listMessages !== undefined,
});
