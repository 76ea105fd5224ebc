import { type ZApiInstance, zApiInstances } from '../demo-accounts.ts';
import { type ProviderCall, refuse, type Verdict } from '../provider.ts';

/**
 * Returns the instance that a call may use, or refuses the call. A wrong credential is the user's mistake, not a violation.
 * - Wrong instance id or instance token: 404; the status is [DOC] by the newer edition of the Instance status page
 *   ("404 Instância não encontrada"), the body [INF].
 * - Client-Token missing: `null not allowed` is [DOC] (Account security token), its 403 [INF].
 * - Client-Token wrong: 403, echoing the token [3P].
 */
export function admit({ segments, headers }: ProviderCall): ZApiInstance | Verdict {
  const [, instanceId, , instanceToken] = segments;
  const instance = zApiInstances.find((each) => each.instanceId === instanceId && each.instanceToken === instanceToken);
  if (instance === undefined) return refuse({ status: 404, body: { error: 'Instance not found' } });
  const clientToken = headers['client-token'];
  if (clientToken === undefined) return refuse({ status: 403, body: { error: 'null not allowed' } });
  if (clientToken === instance.clientToken) return instance;
  return refuse({ status: 403, body: { error: `Client-Token ${clientToken} not allowed` } });
}
