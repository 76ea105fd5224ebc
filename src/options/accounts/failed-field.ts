import type { Failure, Provider } from '../../providers';

/**
 * Returns the name of the credential that a provider refused; null if the failure is not about one of them. Reasons are
 * the ends of field names in kebab case: `client-token`, `client-token-missing`, and `token` for `instanceToken`.
 */
export function failedField({ fields }: Pick<Provider, 'fields'>, failure: Failure | null): string | null {
  if (failure?.kind !== 'unauthorized') return null;
  const reason = failure.reason.replace(/-missing$/, '');
  const isExact = ({ name }: { name: string }) => kebabCase(name) === reason;
  const isEnd = ({ name }: { name: string }) => kebabCase(name).endsWith(`-${reason}`);
  return (fields.find(isExact) ?? fields.find(isEnd))?.name ?? null;
}

const kebabCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
